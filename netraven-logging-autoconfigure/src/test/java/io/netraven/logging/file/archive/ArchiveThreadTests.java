package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.netraven.logging.file.LogFolder;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ArchiveThread}, as a writer lets it work.
 */
class ArchiveThreadTests {

	private LogFolder folder;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.folder = new LogFolder(path);
	}

	@Test
	void archivesAreCompressedOnceTheyAreQuiet() throws IOException {
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			List<String> lines = IntStream.range(0, 500).mapToObj((i) -> "line number " + i).toList();
			lines.forEach(log::append);
			this.folder.awaitCompression(1000);
			assertThat(this.folder.lines()).isEqualTo(lines);
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder.archives().get(0))))
				.isEqualTo("rw-r-----");
		}
	}

	@Test
	void oldestArchivesAreDeletedWhenTheCapIsReached() {
		try (TestWriter log = this.folder.open(Rotations.capped(1000, 5000))) {
			archiveNineHundredBytes(log, 10);
			LogFolder.eventually(() -> assertThat(this.folder.totalSize()).isLessThanOrEqualTo(5000));
			log.append("the last");
			assertThat(log.lines()).endsWith("the last");
		}
	}

	@Test
	void foreignFilesAreNeverDeleted() throws IOException {
		List<Path> foreign = List.of(file("worker-2.log"), file("worker-20261122T101530.123Z.log.gz.bak"),
				file("worker.log.20261122T101530.123Z.bak"), file("worker.log.2"),
				file("worker-2-20261122T101530.123Z.log"), file("other-20261122T101530.123Z.log.gz"));
		for (Path file : foreign) {
			Files.writeString(file, "x".repeat(10000));
		}
		try (TestWriter log = this.folder.open(Rotations.capped(1000, 3000))) {
			archiveNineHundredBytes(log, 10);
			LogFolder.eventually(() -> assertThat(this.folder.archives()).hasSizeBetween(1, 2));
			assertThat(foreign).allSatisfy((file) -> assertThat(file).exists());
		}
	}

	@Test
	void leftoversOfAKilledProcessAreCleared() throws IOException {
		Files.writeString(file("worker.log.20261122T101530.123Z"), "kept\n");
		Files.writeString(file(".worker.log.20261122T101530.123Z.gz.tmp"), "half");
		Files.createFile(file(".worker.log.20261122T101530.124Z.tmp"));
		try (TestWriter log = this.folder.open(Rotations.compressing(1_000_000))) {
			assertThat(log.status().degradation()).isNull();
			LogFolder.eventually(() -> assertThat(this.folder.archives())
				.containsExactly(file("worker.log.20261122T101530.123Z.gz")));
			assertThat(this.folder.lines()).containsExactly("kept");
		}
	}

	@Test
	void archivesOfTheFormerFormAreKnownInOrderOfTime() throws IOException {
		Files.writeString(file("worker-20261122T101530.123Z.log"), "first\n");
		Files.writeString(file("worker.log.20261122T101530.124Z"), "second\n");
		Files.writeString(file("worker-20261122T101530.125Z.log"), "third\n");
		Files.writeString(file("worker-20261122T101530.123Z.log.gz.tmp"), "half");
		Files.createFile(file("worker-20261122T101530.126Z.log"));
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			LogFolder.eventually(
					() -> assertThat(this.folder.archives()).containsExactly(file("worker-20261122T101530.123Z.log.gz"),
							file("worker.log.20261122T101530.124Z.gz"), file("worker-20261122T101530.125Z.log.gz")));
			assertThat(this.folder.lines()).containsExactly("first", "second", "third");
			assertThat(log.status().degradation()).isNull();
		}
		try (TestWriter log = this.folder.open(Rotations.capped(1000, 1960))) {
			archiveNineHundredBytes(log, 1);
			LogFolder.eventually(() -> assertThat(this.folder.archives()).hasSize(3)
				.doesNotContain(file("worker-20261122T101530.123Z.log.gz"))
				.contains(file("worker-20261122T101530.125Z.log.gz")));
		}
	}

	@Test
	void nothingButTheLiveFileEndsInLog() throws IOException {
		Set<String> seen = ConcurrentHashMap.newKeySet();
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			log.faults.afterCall = (call, path) -> seen.add(path.getFileName().toString());
			archiveNineHundredBytes(log, 2);
			this.folder.awaitCompression(1000);
		}
		assertThat(seen).hasSizeGreaterThan(5).noneMatch((name) -> name.endsWith(".log") && !name.equals("worker.log"));
		assertThat(seen).filteredOn((name) -> name.endsWith(".tmp"))
			.isNotEmpty()
			.allMatch((name) -> name.startsWith("."));
	}

	private Path file(String name) {
		return this.folder.path().resolve(name);
	}

	private static void archiveNineHundredBytes(TestWriter log, int times) {
		for (int i = 1; i <= times; i++) {
			int rotations = i;
			log.append("x".repeat(899));
			log.writer.rotate();
			LogFolder.eventually(() -> assertThat(log.rotated).hasSize(rotations));
		}
	}

}
