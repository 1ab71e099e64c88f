package io.netraven.logging.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.netraven.logging.file.RotationSettings.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for rotation, as a writer does it.
 *
 * @author NetRaven maintainers
 */
class RotationTests {

	private static final RotationSettings SMALL = new RotationSettings(true, 1000, Period.NONE, 1_000_000, false);

	@TempDir
	Path folder;

	@Test
	void fileOfItsSizeIsArchivedAndNoLineIsLost() {
		try (TestWriter log = open(SMALL)) {
			List<String> lines = numberedLines(500);
			appendAndRotate(log, lines, 5);
			assertThat(folder().archives()).hasSizeGreaterThanOrEqualTo(5);
			await().untilAsserted(() -> assertThat(log.rotated).hasSameSizeAs(folder().archives()));
			assertThat(folder().lines()).isEqualTo(lines);
			assertThat(folder().archives()).allSatisfy((archive) -> assertThat(archive.getFileName().toString())
				.matches("worker-\\d{8}T\\d{6}\\.\\d{3}Z\\.log"));
		}
	}

	@Test
	void archivesAreCompressedOnceTheyAreQuiet() {
		try (TestWriter log = open(new RotationSettings(true, 1000, Period.NONE, 1_000_000, true))) {
			List<String> lines = numberedLines(500);
			lines.forEach(log::append);
			await().atMost(Duration.ofSeconds(10))
				.untilAsserted(() -> assertThat(folder().archives()).isNotEmpty()
					.allMatch((archive) -> archive.toString().endsWith(".log.gz")));
			await().untilAsserted(() -> assertThat(folder().lines()).isEqualTo(lines));
			assertThat(PosixFilePermissions.toString(permissionsOf(folder().archives().get(0)))).isEqualTo("rw-r-----");
		}
	}

	@Test
	void oldestArchivesAreDeletedWhenTheCapIsReached() {
		try (TestWriter log = open(new RotationSettings(true, 1000, Period.NONE, 5000, false))) {
			appendAndRotate(log, numberedLines(1000), 10);
			await().untilAsserted(() -> assertThat(folder().totalSize()).isLessThanOrEqualTo(5000));
			log.append("the last");
			assertThat(log.lines()).endsWith("the last");
		}
	}

	@Test
	void foreignFilesAreNeverDeleted() throws IOException {
		List<Path> foreign = List.of(this.folder.resolve("worker-2.log"),
				this.folder.resolve("worker-20261122T101530.123Z.log.gz.bak"),
				this.folder.resolve("worker-2-20261122T101530.123Z.log"),
				this.folder.resolve("other-20261122T101530.123Z.log.gz"));
		for (Path file : foreign) {
			Files.writeString(file, "x".repeat(10000));
		}
		oldestArchivesAreDeletedWhenTheCapIsReached(foreign);
	}

	private void oldestArchivesAreDeletedWhenTheCapIsReached(List<Path> foreign) {
		try (TestWriter log = open(new RotationSettings(true, 1000, Period.NONE, 3000, false))) {
			appendAndRotate(log, numberedLines(1000), 10);
			await().untilAsserted(() -> assertThat(folder().archives()).hasSizeBetween(1, 2));
			assertThat(foreign).allSatisfy((file) -> assertThat(file).exists());
		}
	}

	@Test
	void largeFileIsArchivedBeforeItIsOpened() throws IOException {
		Files.writeString(this.folder.resolve("worker.log"), "former\n".repeat(200));
		try (TestWriter log = open(SMALL)) {
			log.append("one");
			assertThat(log.lines()).containsExactly("one");
			assertThat(folder().archives()).hasSize(1);
		}
	}

	@Test
	void fileOfAnEarlierDayIsArchivedBeforeItIsOpened() throws IOException {
		Path file = this.folder.resolve("worker.log");
		Files.writeString(file, "former\n");
		Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
		try (TestWriter log = open(new RotationSettings(true, 1000, Period.DAILY, 1_000_000, false))) {
			log.append("one");
			assertThat(log.lines()).containsExactly("one");
			assertThat(folder().archives()).hasSize(1);
		}
	}

	@Test
	void failedRenameLetsTheFileGrowAndIsSaidOnce() {
		try (TestWriter log = open(SMALL)) {
			log.faults.onRename = () -> {
				throw new IOException("Device or resource busy");
			};
			numberedLines(500).forEach(log::append);
			await().untilAsserted(() -> assertThat(log.degraded).hasSize(1));
			assertThat(log.lines()).isEqualTo(numberedLines(500));
			assertThat(log.status().degradation()).isNotNull();
			assertThat(log.status().isHealthy()).isTrue();
			assertThat(folder().archives()).isEmpty();
		}
	}

	@Test
	void lineLongerThanTheLimitIsWrittenWhole() {
		try (TestWriter log = open(SMALL)) {
			String line = "x".repeat(100_000);
			log.append("one");
			log.append(line);
			log.append("two");
			await().untilAsserted(() -> assertThat(folder().archives()).isNotEmpty());
			await().untilAsserted(() -> assertThat(folder().lines()).containsExactly("one", line, "two"));
		}
	}

	@Test
	void rotatesOnDemand() {
		try (TestWriter log = open(new RotationSettings(true, 1_000_000, Period.NONE, 10_000_000, false))) {
			log.append("one");
			log.writer.rotate();
			await().untilAsserted(() -> assertThat(folder().archives()).hasSize(1));
			log.append("two");
			await().untilAsserted(() -> assertThat(log.lines()).containsExactly("two"));
		}
	}

	@Test
	void leftoversOfAKilledProcessAreCleared() throws IOException {
		Path source = this.folder.resolve("worker-20261122T101530.123Z.log");
		Files.writeString(source, "kept\n");
		Files.writeString(this.folder.resolve("worker-20261122T101530.123Z.log.gz.tmp"), "half");
		Files.createFile(this.folder.resolve("worker-20261122T101530.124Z.log"));
		try (TestWriter log = open(new RotationSettings(true, 1_000_000, Period.NONE, 10_000_000, true))) {
			assertThat(log.status().degradation()).isNull();
			await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
				assertThat(folder().archives())
					.containsExactly(this.folder.resolve("worker-20261122T101530.123Z.log.gz"));
				assertThat(folder().lines()).containsExactly("kept");
			});
		}
	}

	private LogFolder folder() {
		return new LogFolder(this.folder);
	}

	private TestWriter open(RotationSettings rotation) {
		return TestWriter.open(this.folder.resolve("worker.log"), rotation);
	}

	private static void appendAndRotate(TestWriter log, List<String> lines, int rotations) {
		int each = lines.size() / rotations;
		for (int i = 0; i < rotations; i++) {
			int rotation = i;
			lines.subList(i * each, (i + 1) * each).forEach(log::append);
			await().untilAsserted(() -> assertThat(log.rotated).hasSizeGreaterThan(rotation));
		}
	}

	private static List<String> numberedLines(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "line number " + i).toList();
	}

	private static Set<PosixFilePermission> permissionsOf(Path file) {
		try {
			return Files.getPosixFilePermissions(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
