package io.netraven.logging.file.live;

import java.nio.file.Path;
import java.util.Objects;

import io.netraven.logging.file.WriteDiagnosis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogFilePath}.
 */
class LogFilePathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/logs/worker.log", " /logs/worker.log", "/logs/worker.log\r", "\t/logs/worker.log\r\n",
			"/logs/../logs/worker.log" })
	void isTheNormalizedPathWithoutWhatStandsAroundIt(String text) {
		LogFilePath path = LogFilePath.of(text);
		assertThat(path.problem()).isNull();
		assertThat(path.path()).isEqualTo(Path.of("/logs/worker.log"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "worker.log", "a:b.log", "worker:1.log", "O'Reilly.log", "100%.log", "a b.log", "#1.log",
			".hidden", "..two", "$HOME.log" })
	void unusualNamesAreNames(String text) {
		LogFilePath path = LogFilePath.of(text);
		assertThat(path.problem()).isNull();
		assertThat(path.path()).isEqualTo(Path.of(text).toAbsolutePath());
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '|', value = { "\"/logs/worker.log\",quotes", "'worker.log',quotes",
			"/logs/worker.log\",quotes", "file:/logs/worker.log,URL", "file:worker.log,URL", "FILE:///worker.log,URL",
			"classpath:worker.log,URL", "https://host/worker.log,URL", "C:\\logs\\worker.log,drive letter",
			"c:/logs/worker.log,drive letter", "/logs/$(hostname).log,a shell", "/logs/#{name}.log,expression language",
			"/logs/worker-%d{yyyy}.log,Logback's", "/logs/,names a folder", "worker.log/,names a folder",
			".,names a folder", "..,names a folder", "/logs/.,names a folder", "/,names a folder",
			"/logs/../worker/..,names a folder", "${nothing}/worker.log,placeholder", "~/worker.log,only a shell" })
	void whatCannotBeMeantIsRefusedWithACure(String text, String reason) {
		LogFilePath path = LogFilePath.of(text);
		assertThat(problem(path).reason()).contains(text, reason);
		assertThat(problem(path).remedy()).contains("netraven.logging.file");
		assertThat(path.path()).isEqualTo(Path.of("no-path"));
	}

	@Test
	void controlCharactersDoNotReachTheLog() {
		assertThat(problem(LogFilePath.of("'a\nb'")).reason()).contains("'a?b'").doesNotContain("\n");
	}

	private static WriteDiagnosis problem(LogFilePath path) {
		return Objects.requireNonNull(path.problem(), () -> path + " has no problem");
	}

}
