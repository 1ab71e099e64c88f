package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

import io.netraven.logging.file.TestWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link DiskFile}.
 */
class DiskFileTests {

	@TempDir
	Path folder;

	private Path path;

	private DiskFile file;

	@BeforeEach
	void openFile() throws IOException {
		this.path = Files.createFile(this.folder.resolve("worker.log"));
		this.file = DiskFile.open(this.path, key(this.path));
	}

	@AfterEach
	void takeInterruptBack() {
		Thread.interrupted();
	}

	@Test
	void writesAppendInOrder() throws IOException {
		write("one,");
		write("two,");
		write("three");
		assertThat(this.path).hasContent("one,two,three");
		assertThat(this.file.size()).isEqualTo(13);
	}

	@Test
	void interruptedThreadWritesAndStaysInterrupted() throws IOException {
		Thread.currentThread().interrupt();
		write("one,");
		write("two,");
		assertThat(Thread.interrupted()).isTrue();
		write("three");
		assertThat(this.path).hasContent("one,two,three");
	}

	@Test
	void closedFileIsNotWritten() throws IOException {
		this.file.close();
		assertThatIOException().isThrownBy(() -> write("one"));
		assertThat(this.path).isEmptyFile();
	}

	@Test
	void fileThatTheFolderNoLongerNamesIsNotOpened() throws IOException {
		Object key = key(this.path);
		Files.move(this.path, this.folder.resolve("aside"));
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> DiskFile.open(this.path, key));
		assertThat(this.path).doesNotExist();
		Files.createFile(this.path);
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> DiskFile.open(this.path, key));
		Files.delete(this.path);
		Files.createSymbolicLink(this.path, this.folder.resolve("aside"));
		assertThatIOException().isThrownBy(() -> DiskFile.open(this.path, key));
	}

	@Test
	void fileThatMayNotBeReadIsWritten() throws IOException {
		Files.setPosixFilePermissions(this.path, PosixFilePermissions.fromString("-w-------"));
		DiskFile other = DiskFile.open(this.path, key(this.path));
		other.write(bytes("one"), 0, 5);
		other.close();
		assertThat(Files.size(this.path)).isEqualTo(5);
	}

	private static Object key(Path path) throws IOException {
		return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
	}

	private void write(String text) throws IOException {
		byte[] bytes = bytes(text);
		this.file.write(bytes, 1, bytes.length - 3);
	}

	private static byte[] bytes(String text) {
		return TestWriter.bytes('<' + text + '>');
	}

}
