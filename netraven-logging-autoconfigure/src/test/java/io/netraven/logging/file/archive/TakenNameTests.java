package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netraven.logging.file.LogFolder;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Something else has the name of a compressed archive.
 */
class TakenNameTests {

	@TempDir
	private Path path;

	private LogFolder folder;

	private Path archive;

	private Path planted;

	@BeforeEach
	void plant() throws IOException {
		this.folder = new LogFolder(this.path);
		this.archive = Files.writeString(file("worker.log.20261122T101530.123Z"), "first\n".repeat(100));
		this.planted = Files.writeString(file("worker.log.20261122T101530.123Z.gz"), "planted");
	}

	@Test
	void archiveIsCompressedUnderANameBetweenItsOwnAndTheNext() throws IOException {
		Path next = Files.writeString(file("worker.log.20261122T101530.125Z"), "second\n".repeat(100));
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			LogFolder.eventually(() -> assertThat(this.folder.archives()).containsExactly(this.planted,
					file("worker.log.20261122T101530.124Z.gz"), ArchiveNames.compressed(next)));
			assertThat(log.degraded).isEmpty();
		}
		Files.delete(this.planted);
		assertThat(this.folder.lines()).startsWith("first").hasSize(200).endsWith("second");
	}

	@Test
	void archiveStaysWhereThereIsNoNameBeforeTheNext() throws IOException {
		Path next = Files.writeString(file("worker.log.20261122T101530.124Z"), "second\n".repeat(100));
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			LogFolder.eventually(() -> assertThat(ArchiveNames.compressed(next)).exists());
			LogFolder.eventually(() -> assertThat(next).doesNotExist());
			assertThat(log.degraded).isEmpty();
		}
		assertThat(this.archive).exists();
		assertThat(this.planted).hasContent("planted");
		assertThat(this.folder.archives()).hasSize(3);
	}

	private Path file(String name) {
		return this.path.resolve(name);
	}

}
