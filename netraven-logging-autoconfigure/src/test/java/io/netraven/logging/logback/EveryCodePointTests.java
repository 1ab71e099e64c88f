package io.netraven.logging.logback;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each code point of Unicode in every field of an event at once, as text: 1.1 million
 * events in UTF-8, and a quarter of a million in other charsets and on one line.
 */
class EveryCodePointTests {

	private static final String TEXT = ("INFO [thread #] logger# mdc#=entry # key#=\"value #\" marker # : message ~\n"
			+ "Thrown: exception ~\n\tSuppressed: Thrown: suppressed ~\nCaused by: Thrown: cause ~\n")
		.replace("Thrown", EventOfText.Thrown.class.getName());

	private final LoggerContext context = new LoggerContext();

	private final MockEnvironment environment = new MockEnvironment().withProperty("logging.pattern.file",
			"%p [%t] %logger %X %kvp %marker : %m%n%ex");

	@BeforeEach
	void setUp() {
		this.context.setMDCAdapter(new LogbackMDCAdapter());
	}

	@Test
	void everyOneInText() {
		CodePoints.every(text(TEXT, "\n\t| ", StandardCharsets.UTF_8));
	}

	@Test
	void cleanTextIsTheSameAsWithoutEscaping() {
		FileFormat escaping = format();
		this.environment.setProperty("netraven.logging.control-characters", "keep");
		FileFormat keeping = format();
		CodePoints.interesting((codePoint) -> {
			EventOfText event = event(Character.toString(codePoint));
			byte[] kept = keeping.encode(event, 0);
			assertThat(Arrays.equals(escaping.encode(event, 0), kept)).as("U+%04X", codePoint)
				.isEqualTo(!CodePoints.isForbidden(codePoint));
		});
	}

	@Test
	void oneLine() {
		this.environment.setProperty("netraven.logging.control-characters", "one-line");
		String line = TEXT.strip().replace("\n", "\\n") + "\n";
		CodePoints.interesting(text(line, "\\n\t| ", StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE" })
	void otherCharset(String charset) {
		this.environment.setProperty("logging.charset.file", charset);
		CodePoints.interesting(text(TEXT, "\n\t| ", Charset.forName(charset)));
	}

	/**
	 * What cannot be encoded is a question mark, or what the charset has for it.
	 * @param template the record of an event with other texts
	 * @param lineBreak what a line break in a message becomes
	 * @param charset the charset of the file
	 * @return asserts that the record is exactly as it has to be
	 */
	private IntConsumer text(String template, String lineBreak, Charset charset) {
		FileFormat format = format();
		return (codePoint) -> {
			String text = Character.toString(codePoint);
			String name = CodePoints.isForbidden(codePoint) ? written(codePoint)
					: new String(text.getBytes(charset), charset);
			String expected = template.replace("#", name).replace("~", (codePoint == '\n') ? lineBreak : name);
			String record = new String(format.encode(event(text), 0), charset);
			if (!record.equals(expected)) {
				assertThat(record).as("U+%04X", codePoint).isEqualTo(expected);
			}
		};
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", "\r\n", "\r", "\u0085", "\u2028" })
	void lineBreakIsAllOfOneMessage(String text) {
		FileFormat format = format();
		String written = text.endsWith("\n") ? "\n\t| " : written(text.charAt(0));
		for (String field : List.of("message ", "exception ", "cause ", "suppressed ")) {
			EventOfText event = EventOfText.of(this.context, (other) -> other.equals(field) ? text : other + "~", "#");
			assertThat(format.encode(event, 0)).asString(StandardCharsets.UTF_8)
				.isEqualTo(TEXT.replace(field + "~", written));
		}
	}

	private EventOfText event(String text) {
		return EventOfText.of(this.context, (field) -> field + text, text);
	}

	private FileFormat format() {
		return FileFormatFactory.create(this.environment, this.context, new Sequence());
	}

	private static String written(int codePoint) {
		String text = Character.toString(codePoint);
		if (codePoint == '\n') {
			return "\\n";
		}
		return CodePoints.isForbidden(codePoint)
				? text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining()) : text;
	}

}
