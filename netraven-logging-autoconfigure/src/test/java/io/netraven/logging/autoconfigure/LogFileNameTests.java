package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netraven.logging.file.LogFileWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LogFileName} and for what a real application makes of the text.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogFileNameTests extends RealApplications {

	@ParameterizedTest
	@ValueSource(strings = { "logs/worker.log", " logs/worker.log\r", "./logs/worker.log", "logs/a/../worker.log" })
	void relativePathIsMadeAbsolute(String text) {
		assertThat(LogFileName.absolute(text)).isEqualTo(Path.of("logs/worker.log").toAbsolutePath().toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", ".", "..", "logs/", "'worker.log'", "file:worker.log", "C:\\worker.log",
			"~/worker.log", "${nothing}.log", "a\0b" })
	void doubtfulTextIsLeftForTheDiagnosis(String text) {
		assertThat(LogFileName.absolute(text)).isEqualTo(text);
	}

	@Test
	void carriageReturnOfAnEnvironmentFileIsNotPartOfTheName() throws IOException {
		run(Empty.class, file("a.log") + "\r").close();
		JvmLogFile.get().drainIfUnused();
		assertThat(Files.list(path("."))).containsExactly(path("./a.log"));
	}

	@Test
	void statusShowsTheAbsolutePath() {
		ConfigurableApplicationContext context = run(Empty.class,
				"--netraven.logging.file=target/../target/relative.log");
		assertThat(context.getBean(LogFileWriter.class).status().file())
			.isEqualTo(Path.of("target/relative.log").toAbsolutePath().toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "target/no-file/", "file:target/no-file.log", "'target/no-file.log'" })
	void whatCannotBeMeantIsSaidAndMakesNothing(String text, CapturedOutput output) throws IOException {
		run(Empty.class, "--netraven.logging.file=" + text);
		await().untilAsserted(() -> assertThat(output.getOut())
			.contains("Log file " + text + " cannot be written: '" + text + "'", "Correct netraven.logging.file."));
		assertThat(Path.of("target/no-file")).doesNotExist();
		assertThat(Path.of("target/no-file.log")).doesNotExist();
		assertThat(Path.of("file:target")).doesNotExist();
		assertThat(Path.of("'target")).doesNotExist();
	}

}
