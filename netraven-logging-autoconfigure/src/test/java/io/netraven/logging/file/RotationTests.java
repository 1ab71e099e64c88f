package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for rotation, as a writer does it.
 */
class RotationTests {

	private static final RotationSettings SMALL = Rotations.at(1000);

	private LogFolder folder;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.folder = new LogFolder(path);
	}

	@Test
	void fileOfItsSizeIsArchivedAndNoLineIsLost() {
		try (TestWriter log = this.folder.open(SMALL)) {
			List<String> lines = numberedLines(500);
			for (int i = 0; i < 5; i++) {
				int rotation = i;
				lines.subList(i * 100, (i + 1) * 100).forEach(log::append);
				LogFolder.eventually(() -> assertThat(log.rotated).hasSizeGreaterThan(rotation));
			}
			assertThat(this.folder.archives()).hasSizeGreaterThanOrEqualTo(5);
			LogFolder.eventually(() -> assertThat(log.rotated).hasSameSizeAs(this.folder.archives()));
			LogFolder.eventually(() -> assertThat(this.folder.lines()).isEqualTo(lines));
			assertThat(this.folder.archives()).allSatisfy((archive) -> assertThat(archive.getFileName().toString())
				.matches("worker\\.log\\.\\d{8}T\\d{6}\\.\\d{3}Z"));
		}
	}

	@Test
	void largeFileIsArchivedBeforeItIsOpened() throws IOException {
		Files.writeString(this.folder.live(), "former\n".repeat(200));
		try (TestWriter log = this.folder.open(SMALL)) {
			log.append("one");
			assertThat(log.lines()).containsExactly("one");
			assertThat(this.folder.archives()).hasSize(1);
		}
	}

	@Test
	void fileOfAnEarlierDayIsArchivedBeforeItIsOpened() throws IOException {
		Files.writeString(this.folder.live(), "former\n");
		Files.setLastModifiedTime(this.folder.live(), FileTime.from(Instant.now().minus(Duration.ofDays(1))));
		try (TestWriter log = this.folder.open(Rotations.daily())) {
			log.append("one");
			assertThat(log.lines()).containsExactly("one");
			assertThat(this.folder.archives()).hasSize(1);
		}
	}

	@Test
	void failedRenameLetsTheFileGrowAndIsSaidOnce() {
		try (TestWriter log = this.folder.open(SMALL)) {
			log.faults.onRename = () -> {
				throw new IOException("Device or resource busy");
			};
			numberedLines(500).forEach(log::append);
			LogFolder.eventually(() -> assertThat(log.degraded).hasSize(1));
			assertThat(log.lines()).isEqualTo(numberedLines(500));
			assertThat(log.status().degradation()).isNotNull();
			assertThat(log.status().isHealthy()).isTrue();
			assertThat(this.folder.archives()).isEmpty();
		}
	}

	@Test
	void lineLongerThanTheLimitIsWrittenWhole() {
		try (TestWriter log = this.folder.open(SMALL)) {
			String line = "x".repeat(100_000);
			log.append("one");
			log.append(line);
			log.append("two");
			LogFolder.eventually(() -> assertThat(this.folder.archives()).isNotEmpty());
			LogFolder.eventually(() -> assertThat(this.folder.lines()).containsExactly("one", line, "two"));
		}
	}

	@Test
	void rotatesOnDemand() {
		try (TestWriter log = this.folder.open(Rotations.at(1_000_000))) {
			log.append("one");
			log.writer.rotate();
			LogFolder.eventually(() -> assertThat(log.rotated).hasSize(1));
			assertThat(this.folder.archives()).hasSize(1);
			log.append("two");
			assertThat(log.lines()).containsExactly("two");
		}
	}

	private static List<String> numberedLines(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "line number " + i).toList();
	}

}
