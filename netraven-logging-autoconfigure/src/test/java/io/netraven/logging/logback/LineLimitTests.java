package io.netraven.logging.logback;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Records that are longer than {@code max-line-size}.
 */
class LineLimitTests {

	private static final int LIMIT = 2048;

	private static final int NOTE = 40;

	private final MockEnvironment environment = new MockEnvironment()
		.withProperty("netraven.logging.max-line-size", "2KB")
		.withProperty("logging.pattern.file", "%m%n%ex");

	@TempDir
	private Path folder;

	private int files;

	@Test
	void textIsCutAtACharacterAndSaysHowMuchIsMissing() {
		for (int i = 0; i < 4; i++) {
			String message = "x".repeat(i) + "\uD83D\uDE00".repeat(1000);
			String line = write(message, Map.of(), null).get(0);
			String kept = line.substring(0, line.indexOf("... ("));
			long missing = message.getBytes(StandardCharsets.UTF_8).length + 1
					- kept.getBytes(StandardCharsets.UTF_8).length;
			assertThat(message).startsWith(kept);
			assertThat(line).endsWith("... (%d more bytes)".formatted(missing));
			assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(LIMIT + NOTE);
		}
	}

	@Test
	void lineOfTheLimitIsWhole() {
		String message = "x".repeat(LIMIT - 1);
		assertThat(write(message, Map.of(), null)).containsExactly(message);
	}

	@Test
	void zeroIsNoLimit() {
		this.environment.setProperty("netraven.logging.max-line-size", "0");
		String message = "x".repeat(3_000_000);
		assertThat(write(message, Map.of(), null)).containsExactly(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "logstash", "gelf" })
	void jsonStaysValid(String format) {
		this.environment.setProperty("logging.structured.format.file", format);
		String name = format.equals("gelf") ? "short_message" : "message";
		String line = write("begin \u2028" + "\"".repeat(5000), Map.of("job", "7"), null).get(0);
		assertThat(JsonPath.<String>read(line, "$." + name)).startsWith("begin ").endsWith(" more bytes)");
		assertThat(line).contains("job\":\"7\"").hasSizeLessThanOrEqualTo(LIMIT + NOTE);
		String other = write("begin", Map.of("job", "7".repeat(5000)), new IllegalStateException("x".repeat(5000)))
			.get(0);
		assertThat(JsonPath.<String>read(other, "$." + name)).startsWith("begin");
		assertThat(other).hasSizeLessThanOrEqualTo(LIMIT + NOTE);
	}

	private List<String> write(String message, Map<String, String> mdc, @Nullable Throwable failure) {
		Path path = this.folder.resolve(this.files++ + ".log");
		try (CapturedFile file = new CapturedFile(path, this.environment)) {
			LoggingEvent event = new LoggingEvent("", file.context().getLogger("app"), Level.INFO, message, failure,
					null);
			event.setMDCPropertyMap(mdc);
			file.sink().take(event);
			return file.lines();
		}
	}

}
