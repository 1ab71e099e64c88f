package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link DiskFile}.
 *
 * @author NetRaven maintainers
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
	void bothWaysOfWritingAppendInOrder() throws IOException {
		write("one,");
		writeMuch("two,");
		write("three");
		assertThat(this.path).hasContent("one,two,three");
		assertThat(this.file.size()).isEqualTo(13);
	}

	@Test
	void interruptedThreadWritesAndStaysInterrupted() throws IOException {
		Thread.currentThread().interrupt();
		write("one,");
		writeMuch("two,");
		assertThat(Thread.interrupted()).isTrue();
		writeMuch("three");
		assertThat(this.path).hasContent("one,two,three");
	}

	@Test
	void closesEveryWayOfWriting() throws IOException {
		this.file.close();
		assertThatIOException().isThrownBy(() -> write("one"));
		assertThatIOException().isThrownBy(() -> writeMuch("two"));
		assertThat(this.path).isEmptyFile();
	}

	private void write(String text) throws IOException {
		byte[] bytes = bytes(text);
		this.file.write(bytes, 1, bytes.length - 3);
	}

	private void writeMuch(String text) throws IOException {
		byte[] bytes = bytes(text);
		this.file.writeMuch(bytes, 1, bytes.length - 3);
	}

	private static byte[] bytes(String text) {
		return TestWriter.bytes('<' + text + '>');
	}

}
