package io.netraven.logging.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file in a charset whose line feed is not one byte 0x0A, and a second run behind a
 * fragment: what both runs have written can be decoded.
 */
class CharsetRestartTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-32LE", "IBM1047" })
	void bothRunsCanBeDecoded(String name) throws IOException {
		Charset charset = Charset.forName(name);
		Path file = this.folder.resolve("worker.log");
		run(file, charset, "one");
		byte[] fragment = "torn".getBytes(charset);
		Files.write(file, Arrays.copyOf(fragment, fragment.length - 1), StandardOpenOption.APPEND);
		run(file, charset, "two");
		byte[] content = Files.readAllBytes(file);
		assertThat(content.length % lineEnd(charset).length).isZero();
		List<String> lines = new String(content, charset).lines().toList();
		assertThat(lines).hasSize(3).startsWith("one").endsWith("two");
		assertThat(lines.get(1)).startsWith("tor");
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-32LE", "IBM1047" })
	void aSecondRunBehindAWholeLineAddsNothing(String name) throws IOException {
		Charset charset = Charset.forName(name);
		Path file = this.folder.resolve("worker.log");
		run(file, charset, "one");
		run(file, charset, "two");
		assertThat(new String(Files.readAllBytes(file), charset)).isEqualTo("one\ntwo\n");
	}

	private static void run(Path file, Charset charset, String line) {
		LogFileSettings settings = TestWriter.settings(file.toString(), Delivery.SYNC, 100_000, TestWriter.LONG_WAIT);
		WriterThreads threads = WriterThreads.ofTheNextWriter();
		try (LogFileWriter writer = LogFileWriter.capture(settings, gapEncoder(charset), new LogFileListener() {
		})) {
			writer.open();
			writer.append((line + "\n").getBytes(charset));
			assertThat(writer.drain(TestWriter.LONG_WAIT)).isTrue();
		}
		threads.awaitEnd();
	}

	private static GapEncoder gapEncoder(Charset charset) {
		return new GapEncoder() {

			@Override
			public byte[] encode(Gap gap) {
				return (gap + "\n").getBytes(charset);
			}

			@Override
			public byte[] lineEnd() {
				return CharsetRestartTests.lineEnd(charset);
			}

		};
	}

	private static byte[] lineEnd(Charset charset) {
		return "\n".getBytes(charset);
	}

}
