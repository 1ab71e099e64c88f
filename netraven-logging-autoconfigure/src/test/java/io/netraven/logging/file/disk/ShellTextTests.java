package io.netraven.logging.file.disk;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ShellText}.
 */
class ShellTextTests {

	@Test
	void plainPathStaysAsItIs() {
		assertThat(ShellText.quote("/var/log/netraven/worker-1.log")).isEqualTo("/var/log/netraven/worker-1.log");
	}

	@EnabledOnOs(OS.LINUX)
	@ParameterizedTest
	@ValueSource(strings = { "/a b", "/it's", "/$HOME/`id`", "/\"x\"", "/a\\b'c", "/line\nbreak", "/it's a\ttab\\n",
			"/\u001b[2J1", "/w\u00f6rker", "/w\u00f6rker's\u202e1", "/*;&|<>(){}[]?!#~", "-rf" })
	void shellReadsTheSameText(String text) throws Exception {
		String quoted = ShellText.quote(text);
		assertThat(quoted).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
		Process shell = new ProcessBuilder("bash").start();
		try (var input = shell.getOutputStream()) {
			input.write(("printf %s " + quoted).getBytes(StandardCharsets.UTF_8));
		}
		assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
	}

}
