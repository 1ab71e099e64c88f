package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.netraven.logging.file.LogFolder;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.RotationSettings.Period;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Retention}, as a writer lets it work.
 */
class RetentionTests {

	private static final int KILOBYTE = 1024;

	private LogFolder folder;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.folder = new LogFolder(path);
	}

	@Test
	void everyLineIsKeptWhereCompressedArchivesFitBelowTheCap() {
		List<String> lines = linesOfFourHundredBytes(1000);
		try (TestWriter log = this.folder.open(compressing(64 * KILOBYTE, 192 * KILOBYTE))) {
			for (String line : lines) {
				log.append(line);
				LogFolder.eventually(() -> {
					assertThat(this.folder.live().toFile().length()).isLessThan(64 * KILOBYTE);
					assertThat(this.folder.archives()).allMatch((file) -> file.toString().endsWith(".gz"));
				});
				assertThat(this.folder.totalSize()).isLessThanOrEqualTo(193 * KILOBYTE);
			}
			assertThat(this.folder.lines()).isEqualTo(lines);
		}
	}

	@Test
	void archivesThatExceedTheCapAreCompressedBeforeAnyIsDeleted() throws IOException {
		List<String> lines = linesOfFourHundredBytes(800);
		for (int i = 0; i < 5; i++) {
			Files.write(this.folder.path().resolve("worker-2026110%dT000000.000Z.log".formatted(i + 1)),
					lines.subList(i * 160, (i + 1) * 160));
		}
		try (TestWriter log = this.folder.open(compressing(64 * KILOBYTE, 192 * KILOBYTE))) {
			this.folder.awaitCompression(64 * KILOBYTE);
			LogFolder.awaitArchiveThread();
			assertThat(this.folder.lines()).isEqualTo(lines);
			assertThat(log.status().degradation()).isNull();
		}
	}

	@Test
	void newestArchiveStaysHoweverSmallTheCap() {
		try (TestWriter log = this.folder.open(Rotations.capped(1000, 1000))) {
			for (int i = 0; i < 5; i++) {
				String line = i + "x".repeat(1500);
				log.append(line);
				LogFolder.eventually(() -> assertThat(this.folder.live()).isEmptyFile());
				LogFolder.eventually(() -> assertThat(this.folder.archives()).hasSize(1));
				LogFolder.awaitArchiveThread();
				assertThat(this.folder.lines()).containsExactly(line);
			}
		}
	}

	@Test
	void fileThatIsFoundAtTheStartIsCompressedRatherThanDeleted() throws IOException {
		List<String> lines = linesOfFourHundredBytes(1000);
		this.folder.write(lines);
		try (TestWriter log = this.folder.open(compressing(8 * KILOBYTE, 128 * KILOBYTE))) {
			this.folder.awaitCompression(8 * KILOBYTE);
			LogFolder.awaitArchiveThread();
			assertThat(this.folder.lines()).isEqualTo(lines);
			assertThat(this.folder.totalSize()).isLessThan(128 * KILOBYTE);
			assertThat(log.degraded).isEmpty();
		}
	}

	@Test
	void fileThatIsFoundAtTheStartIsNotDeletedInSilence() throws IOException {
		this.folder.write(linesOfFourHundredBytes(1000));
		try (TestWriter log = this.folder.open(Rotations.capped(1000, 5000))) {
			log.append("x".repeat(1500));
			LogFolder.eventually(() -> assertThat(this.folder.totalSize()).isLessThanOrEqualTo(5000));
			LogFolder.eventually(() -> assertThat(log.degraded).singleElement()
				.satisfies((said) -> assertThat(said.reason()).contains("found as worker.log at the start")
					.contains("had to be deleted")));
		}
	}

	private static RotationSettings compressing(int maxFileSize, int cap) {
		return Rotations.of(true, maxFileSize, Period.NONE, cap, true);
	}

	private static List<String> linesOfFourHundredBytes(int count) {
		Random random = new Random(42);
		return IntStream.range(0, count).mapToObj((i) -> {
			String line = "line %d of order %x ".formatted(i, random.nextLong());
			return line + "x".repeat(399 - line.length());
		}).toList();
	}

}
