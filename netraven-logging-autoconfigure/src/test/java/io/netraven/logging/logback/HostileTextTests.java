package io.netraven.logging.logback;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No text of an event forges a line or drives a terminal, in any field and any format.
 */
class HostileTextTests {

	private static final String EVERY_FIELD = "%p [%t] %logger %X %kvp %marker : %m%n%ex";

	private static final int EVENTS = 20_000;

	private final LoggerContext context = new LoggerContext();

	private final MockEnvironment environment = new MockEnvironment();

	@ParameterizedTest
	@ValueSource(ints = { 0x00, 0x08, 0x0B, 0x0C, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066,
			0x2069, 0xFEFF })
	void hostileCharacterIsEscaped(int character) {
		String escaped = "a\\" + String.format("u%04xb", character);
		assertThat(record("%m%n", message("a" + (char) character + "b"))).isEqualTo(escaped + "\n");
	}

	@Test
	void tagCharacterIsEscapedAsItsTwoUnits() {
		assertThat(record("%m%n", message("a" + Character.toString(0xE0041)))).isEqualTo("a\\udb40\\udc41\n");
	}

	@ParameterizedTest
	@ValueSource(ints = { '\t', 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xE4, 0x20AC, 0x4E2D })
	void harmlessCharacterIsKept(int character) {
		assertThat(record("%m%n", message("a" + (char) character))).isEqualTo("a" + (char) character + "\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\nb", "a\r\nb" })
	void lineBreakInAMessageIsIndented(String message) {
		assertThat(record("%m%n", message(message))).isEqualTo("a\n\t| b\n");
	}

	@Test
	void messagesOfExceptionsAreIndentedAndTheStackTraceStays() {
		LoggingEvent event = event("failed", new IllegalStateException("outer\nINFO forged",
				new RuntimeException("inner\r\nWARN \u001b[31mforged")));
		assertThat(record(EVERY_FIELD, event).lines()).noneMatch((line) -> line.startsWith("INFO forged"))
			.noneMatch((line) -> line.startsWith("WARN"))
			.contains("\t| INFO forged", "\t| WARN \\u001b[31mforged")
			.anyMatch((line) -> line.startsWith("\tat " + HostileTextTests.class.getName()))
			.anyMatch((line) -> line.startsWith("Caused by: java.lang.RuntimeException: inner"));
	}

	@Test
	void nothingInAMessageIsInterpreted() {
		String message = "${jndi:ldap://host/a} ${env:PATH} %m %X{a} {} #{1}";
		assertThat(record("%m%n", message(message))).isEqualTo(message + "\n");
	}

	@Test
	void everyRecordIsOneLineIfThatIsAsked() {
		this.environment.setProperty("netraven.logging.control-characters", "one-line");
		String record = record(EVERY_FIELD, event("a\nb", new RuntimeException("c\nd")));
		assertThat(record).endsWith("\n").contains("a\\n\t| b", "c\\n\t| d", "\\n\tat ");
		assertThat(record.lines()).hasSize(1);
	}

	@Test
	void everythingIsKeptIfThatIsAsked() {
		this.environment.setProperty("netraven.logging.control-characters", "KEEP");
		assertThat(record("%m%n", message("a\n\u001b[2J\u2028"))).isEqualTo("a\n\u001b[2J\u2028\n");
	}

	@ParameterizedTest
	@MethodSource("fields")
	void otherFieldsAreOneLine(String field, LoggingEvent event) {
		assertThat(record(EVERY_FIELD, event)).as(field)
			.contains("a\\n\\u001bb")
			.satisfies((record) -> assertThat(record.lines()).hasSize(1));
	}

	static Stream<Arguments> fields() {
		String hostile = "a\n\u001bb";
		LoggerContext context = new LoggerContext();
		LoggingEvent thread = event(context, hostile, "x", null);
		LoggingEvent mdcValue = event(context, "x", null);
		mdcValue.setMDCPropertyMap(Map.of("key", hostile));
		LoggingEvent mdcKey = event(context, "x", null);
		mdcKey.setMDCPropertyMap(Map.of(hostile, "value"));
		LoggingEvent marker = event(context, "x", null);
		marker.addMarker(MarkerFactory.getDetachedMarker(hostile));
		LoggingEvent pairKey = event(context, "x", null);
		pairKey.setKeyValuePairs(List.of(new KeyValuePair(hostile, 1)));
		LoggingEvent pairValue = event(context, "x", null);
		pairValue.setKeyValuePairs(List.of(new KeyValuePair("key", new StringBuilder(hostile))));
		return Stream.of(Arguments.of("thread", thread), Arguments.of("MDC value", mdcValue),
				Arguments.of("MDC key", mdcKey), Arguments.of("marker", marker), Arguments.of("key", pairKey),
				Arguments.of("value", pairValue));
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "ISO-8859-1", "US-ASCII", "UTF-16LE", "GB18030" })
	void noRandomEventForgesALine(String charset) {
		this.environment.setProperty("logging.charset.file", charset);
		FileFormat format = format(EVERY_FIELD);
		Random random = new Random(1);
		for (int i = 0; i < EVENTS; i++) {
			String record = text(format, randomEvent(random), charset);
			assertThat(HostileText.isClean(record.replace("\n", ""))).as("event %d: %s", i, record).isTrue();
			assertThat(record.lines().skip(1)).as("event %d", i).allMatch((line) -> line.startsWith("\t| "));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "gelf", "logstash" })
	void randomEventsAreValidJsonAndKeepTheirMessage(String name) {
		this.environment.setProperty("logging.structured.format.file", name);
		FileFormat format = FileFormatFactory.create(this.environment, this.context, new Sequence());
		Random random = new Random(2);
		String member = name.equals("gelf") ? "short_message" : "message";
		for (int i = 0; i < EVENTS / 4; i++) {
			LoggingEvent event = message(randomText(random));
			String record = text(format, event, "UTF-8");
			assertThat(HostileText.isClean(record.substring(0, record.length() - 1))).as("event %d: %s", i, record)
				.isTrue();
			assertThat(JsonPath.<Object>read(record, "$." + member)).as("event %d", i)
				.isEqualTo(event.getFormattedMessage());
		}
	}

	@Test
	void cleanEventsAreTheSameBytesAsWithoutEscaping() {
		FileFormat escaping = format(EVERY_FIELD);
		this.environment.setProperty("netraven.logging.control-characters", "keep");
		FileFormat keeping = format(EVERY_FIELD);
		LoggingEvent exception = event("with\ttab and \u00e4\u20ac", new RuntimeException("x", new Exception("y")));
		for (LoggingEvent event : List.of(message("plain"), message("\u4e2d\u6587 \ud83d\ude00"), exception)) {
			assertThat(escaping.encode(event, 0)).isEqualTo(keeping.encode(event, 0));
		}
	}

	private LoggingEvent randomEvent(Random random) {
		LoggingEvent event = event(this.context, randomText(random), randomText(random), null);
		event.setMDCPropertyMap(Map.of(randomText(random), randomText(random)));
		event.setKeyValuePairs(List.of(new KeyValuePair(randomText(random), randomText(random))));
		event.addMarker(MarkerFactory.getDetachedMarker(randomText(random)));
		return event;
	}

	private static String randomText(Random random) {
		StringBuilder text = new StringBuilder("t");
		for (int i = random.nextInt(12); i > 0; i--) {
			text.appendCodePoint(switch (random.nextInt(6)) {
				case 0 -> random.nextInt(0x20);
				case 1 -> 0x7F + random.nextInt(0x21);
				case 2 -> 0x2020 + random.nextInt(0x50);
				case 3 -> 0xE0000 + random.nextInt(0x80);
				case 4 -> randomScalar(random);
				default -> 'a' + random.nextInt(26);
			});
		}
		return text.toString();
	}

	private static int randomScalar(Random random) {
		int character = random.nextInt(0x110000);
		return (character >= 0xD800 && character <= 0xDFFF) ? 0xFEFF : character;
	}

	private LoggingEvent message(String message) {
		return event(message, null);
	}

	private LoggingEvent event(String message, @Nullable Throwable thrown) {
		return event(this.context, message, thrown);
	}

	private static LoggingEvent event(LoggerContext context, String message, @Nullable Throwable thrown) {
		return event(context, "main", message, thrown);
	}

	private static LoggingEvent event(LoggerContext context, String thread, String message,
			@Nullable Throwable thrown) {
		if (context.getMDCAdapter() == null) {
			context.setMDCAdapter(new LogbackMDCAdapter());
		}
		Logger logger = context.getLogger("logger");
		LoggingEvent event = new LoggingEvent("fqcn", logger, Level.INFO, message, thrown, null);
		event.setInstant(Instant.EPOCH);
		event.setThreadName(thread);
		return event;
	}

	private String record(String pattern, LoggingEvent event) {
		return text(format(pattern), event, "UTF-8");
	}

	private FileFormat format(String pattern) {
		this.environment.setProperty("logging.pattern.file", pattern);
		return FileFormatFactory.create(this.environment, this.context, new Sequence());
	}

	private static String text(FileFormat format, LoggingEvent event, String charset) {
		return new String(format.encode(event, 0),
				charset.equals("UTF-8") ? StandardCharsets.UTF_8 : Charset.forName(charset));
	}

}
