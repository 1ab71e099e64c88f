package io.netraven.logging.logback;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Creates the {@link FileFormat} from the properties that Spring Boot uses for
 * {@code logging.file.name}, whatever configures Logback. An invalid value never fails
 * the start: a default is used, and the format has a complaint.
 */
final class FileFormatFactory {

	/** As in Spring Boot's {@code DefaultLogbackConfiguration}. */
	private static final String DEFAULT_PATTERN = "%d{${LOG_DATEFORMAT_PATTERN:-yyyy-MM-dd'T'HH:mm:ss.SSSXXX}}"
			+ " ${LOG_LEVEL_PATTERN:-%5p} ${PID:-} --- %esb(){APPLICATION_NAME}%esb{APPLICATION_GROUP}[%t] "
			+ "${LOG_CORRELATION_PATTERN:-}%-40.40logger{39} : %m%n${LOG_EXCEPTION_CONVERSION_WORD:-%wEx}";

	private final FormatContext context;

	private final ControlCharacters controlCharacters;

	private final long maxLineSize;

	private final List<String> complaints = new ArrayList<>();

	private FileFormatFactory(FormatContext context, Environment environment) {
		this.context = context;
		this.controlCharacters = ControlCharacters.of(environment.getProperty("netraven.logging.control-characters"));
		this.maxLineSize = DataSize.parse(environment.getProperty("netraven.logging.max-line-size", "1MB").strip())
			.toBytes();
	}

	static FileFormat create(Environment environment, LoggerContext loggerContext, Sequence sequence) {
		FormatContext context = new FormatContext(environment, loggerContext);
		FileFormatFactory factory = new FileFormatFactory(context, environment);
		boolean numbered = environment.getProperty("netraven.logging.sequence", Boolean.class, false);
		return factory.create(numbered ? sequence : null);
	}

	private FileFormat create(@Nullable Sequence sequence) {
		Charset charset = charset();
		Encoder<ILoggingEvent> format = structuredOrPattern(charset);
		UniqueMembers members = (format instanceof StructuredLogEncoder) ? members(format, charset) : null;
		SafeEncoder safe = new SafeEncoder(format, charset, this.controlCharacters, members);
		LineLimit limit = new LineLimit(this.maxLineSize, charset, members != null);
		RecordEncoder encoder = new RecordEncoder(safe, limit, charset);
		Level threshold = Level.toLevel(this.context.resolve("${FILE_LOG_THRESHOLD:-TRACE}"));
		return new FileFormat(encoder, threshold, this.complaints, numbering(format, sequence), Masker.NONE);
	}

	private UniqueMembers members(Encoder<ILoggingEvent> format, Charset charset) {
		return new UniqueMembers(MemberNames.of(structuredFormat()), OwnMembers.of(format, charset, this.context));
	}

	private String structuredFormat() {
		return this.context.resolve("${FILE_LOG_STRUCTURED_FORMAT:-}");
	}

	private Numbering numbering(Encoder<ILoggingEvent> format, @Nullable Sequence sequence) {
		if (sequence == null) {
			return Numbering.NONE;
		}
		if (!(format instanceof StructuredLogEncoder)) {
			return Numbering.inTheMessage(sequence);
		}
		return "ecs".equalsIgnoreCase(structuredFormat())
				? Numbering.inMembers(sequence, "event.sequence", "labels.start")
				: Numbering.inMembers(sequence, "sequence", "start");
	}

	private Charset charset() {
		String name = this.context.resolve("${FILE_LOG_CHARSET:-UTF-8}");
		try {
			return Charset.forName(name);
		}
		catch (IllegalArgumentException ex) {
			complain("logging.charset.file", name, "this JVM has no such charset", "UTF-8");
			return StandardCharsets.UTF_8;
		}
	}

	private Encoder<ILoggingEvent> structuredOrPattern(Charset charset) {
		String format = structuredFormat();
		if (StringUtils.hasLength(format)) {
			try {
				return structured(format, charset);
			}
			catch (RuntimeException ex) {
				complain("logging.structured.format.file", format, String.valueOf(ex.getMessage()), "the text format");
			}
		}
		return pattern(charset);
	}

	private StructuredLogEncoder structured(String format, Charset charset) {
		StructuredLogEncoder encoder = new StructuredLogEncoder();
		encoder.setContext(this.context);
		encoder.setFormat(format);
		encoder.setCharset(charset);
		encoder.start();
		return encoder;
	}

	private LayoutWrappingEncoder<ILoggingEvent> pattern(Charset charset) {
		LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
		encoder.setContext(this.context);
		encoder.setCharset(charset);
		encoder.setLayout(layout());
		encoder.start();
		return encoder;
	}

	private PatternLayout layout() {
		String pattern = this.context.resolve("${FILE_LOG_PATTERN:-}");
		if (StringUtils.hasLength(pattern)) {
			PatternLayout layout = start(pattern);
			String error = this.context.firstError();
			if (error != null) {
				complain("logging.pattern.file", pattern, error,
						layout.isStarted() ? "what can be read of it" : "Spring Boot's default");
			}
			if (layout.isStarted()) {
				return layout;
			}
		}
		return start(this.context.resolve(DEFAULT_PATTERN));
	}

	private PatternLayout start(String pattern) {
		PatternLayout layout = new PatternLayout();
		layout.setContext(this.context);
		layout.setPattern(pattern);
		layout.start();
		return layout;
	}

	private void complain(String property, String value, String reason, String instead) {
		this.complaints.add("The log file cannot use '%s' as %s (%s). It uses %s instead. Correct %s and restart."
			.formatted(value, property, reason, instead, property));
	}

}
