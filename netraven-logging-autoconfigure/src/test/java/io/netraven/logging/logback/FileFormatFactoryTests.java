package io.netraven.logging.logback;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.CoreConstants;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FileFormatFactory}.
 */
class FileFormatFactoryTests {

	private final LoggerContext context = new LoggerContext();

	private final LogbackMDCAdapter mdc = new LogbackMDCAdapter();

	private final MockEnvironment environment = new MockEnvironment();

	FileFormatFactoryTests() {
		this.context.setMDCAdapter(this.mdc);
	}

	@AfterEach
	void stop() {
		this.context.stop();
	}

	@Test
	void theDefaultIsSpringBootsTextFormat() {
		assertThat(encode(event("at work", null)))
			.matches("\\d{4}-\\d\\d-\\d\\dT\\S+  INFO \\d+ --- \\[main] com.example.Worker {22} : at work\\R");
	}

	@Test
	void aStackTraceIsPartOfItsRecord() {
		String record = encode(event("failed", new IllegalStateException("why")));
		assertThat(record).contains(" : failed", "IllegalStateException: why", "\tat ").endsWith("\n");
	}

	@Test
	void propertiesOfTheTextFormatAreHonoured() {
		this.environment.withProperty("logging.pattern.dateformat", "yyyy")
			.withProperty("logging.pattern.level", "<%p>")
			.withProperty("logging.exception-conversion-word", "%ex{short}");
		assertThat(encode(event("failed", new IllegalStateException("why")))).matches("(?s)\\d{4} <INFO> .*")
			.doesNotContain("\tat java");
	}

	@Test
	void theCorrelationIdStandsWhereOneIsExpected() {
		this.environment.withProperty(LoggingSystem.EXPECT_CORRELATION_ID_PROPERTY, "true");
		this.mdc.put("traceId", "0123456789abcdef0123456789abcdef");
		this.mdc.put("spanId", "0123456789abcdef");
		assertThat(encode(event("at work", null))).contains("[0123456789abcdef0123456789abcdef-0123456789abcdef] ");
	}

	@Test
	void aPatternOfOnesOwnIsHonouredAndGetsANewline() {
		this.environment.withProperty("logging.pattern.file", "%clr(%p) %m");
		assertThat(encode(event("at work", null))).endsWith(" at work\n");
	}

	@Test
	void aPatternOfOnesOwnHasNoPackagingDataJustAsInSpringBootsFile() {
		this.context.setPackagingDataEnabled(true);
		this.environment.withProperty("logging.pattern.file", "%m%n");
		assertThat(encode(event("failed", new IllegalStateException("why")))).contains("\tat ").doesNotContain(" ~[");
	}

	@Test
	void aConverterReadsThePropertiesOfTheLoggingContext() {
		this.context.putProperty("site", "Bern");
		Supplier<?> converter = SiteConverter::new;
		this.context.putObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS, Map.of("site", converter));
		this.environment.withProperty("logging.pattern.file", "%site %m");
		assertThat(encode(event("at work", null))).isEqualTo("Bern at work\n");
	}

	@Test
	void conversionWordsOfTheApplicationsConfigurationAreKnown() {
		Supplier<?> converter = ColorConverter::new;
		this.context.putObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS, Map.of("paint", converter));
		this.environment.withProperty("logging.pattern.file", "%paint(%m)%n");
		assertThat(FileFormatFactory.create(this.environment, this.context, new Sequence()).complaints()).isEmpty();
	}

	@Test
	void anEncoderWorksOnAfterAReset() {
		this.environment.withProperty("logging.structured.format.file", "ecs");
		FileFormat format = FileFormatFactory.create(this.environment, this.context, new Sequence());
		this.context.reset();
		assertThat(new String(format.encode(event("at work", null), 0), StandardCharsets.UTF_8))
			.contains("\"at work\"");
	}

	@ParameterizedTest
	@CsvSource({ "ecs,\"message\":\"at work\"", "logstash,\"message\":\"at work\"",
			"gelf,\"short_message\":\"at work\"" })
	void structuredFormatsAreHonoured(String format, String expected) {
		this.environment.withProperty("logging.structured.format.file", format);
		assertThat(encode(event("at work", null))).startsWith("{").contains(expected).endsWith("}\n");
	}

	@ParameterizedTest
	@CsvSource({ "ISO-8859-1", "UTF-16LE", "UTF-16" })
	void theCharsetIsHonouredAndEveryRecordEndsInOneNewline(String charset) {
		this.environment.withProperty("logging.charset.file", charset).withProperty("logging.pattern.file", "%m%n");
		FileFormat format = FileFormatFactory.create(this.environment, this.context, new Sequence());
		byte[] record = format.encode(event("Grüße", null), 0);
		assertThat(new String(record, Charset.forName(charset))).isEqualTo("Grüße\n");
	}

	@ParameterizedTest
	@CsvSource({ "logging.charset.file,no-such-charset", "logging.structured.format.file,no-such-format",
			"logging.pattern.file,%nosuchword %m%n", "logging.pattern.file,%(%m" })
	void aValueThatCannotBeUsedIsAComplaintAndLinesAreWrittenAllTheSame(String property, String value) {
		this.environment.withProperty(property, value);
		FileFormat format = FileFormatFactory.create(this.environment, this.context, new Sequence());
		assertThat(format.complaints()).singleElement().asString().contains(property, value);
		assertThat(new String(format.encode(event("at work", null), 0), StandardCharsets.UTF_8)).contains("at work");
		assertThat(this.context.getStatusManager().getCopyOfStatusList()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "WARN,false,true", "false,false,false", "TRACE,true,true" })
	void theThresholdIsHonoured(String threshold, boolean wantsInfo, boolean wantsError) {
		this.environment.withProperty("logging.threshold.file", threshold);
		FileFormat format = FileFormatFactory.create(this.environment, this.context, new Sequence());
		assertThat(format.wants(event(Level.INFO))).isEqualTo(wantsInfo);
		assertThat(format.wants(event(Level.ERROR))).isEqualTo(wantsError);
	}

	private String encode(ILoggingEvent event) {
		FileFormat format = FileFormatFactory.create(this.environment, this.context, new Sequence());
		assertThat(format.complaints()).isEmpty();
		return new String(format.encode(event, 0), StandardCharsets.UTF_8);
	}

	private ILoggingEvent event(Level level) {
		return new LoggingEvent("", this.context.getLogger("com.example.Worker"), level, "at work", null, null);
	}

	private ILoggingEvent event(String message, @Nullable Throwable ex) {
		return new LoggingEvent("", this.context.getLogger("com.example.Worker"), Level.INFO, message, ex, null);
	}

	private static final class SiteConverter extends ClassicConverter {

		@Override
		public String convert(ILoggingEvent event) {
			return String.valueOf(getContext().getProperty("site"));
		}

	}

}
