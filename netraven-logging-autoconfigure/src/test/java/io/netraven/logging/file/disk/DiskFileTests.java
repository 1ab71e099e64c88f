package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netraven.logging.file.TestWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
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
		this.file = new DiskFile(this.path);
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

	private void write(String text) throws IOException {
		byte[] bytes = bytes(text);
		this.file.write(bytes, 1, bytes.length - 3);
	}

	private static byte[] bytes(String text) {
		return TestWriter.bytes('<' + text + '>');
	}

}
