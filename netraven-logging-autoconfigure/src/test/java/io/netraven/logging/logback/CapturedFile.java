package io.netraven.logging.logback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.encoder.Encoder;
import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.Gap;
import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.UntrustedFolder;
import io.netraven.logging.file.WriterThreads;

import org.springframework.mock.env.MockEnvironment;

/**
 * A real file behind a logger context of a test's own.
 */
final class CapturedFile implements AutoCloseable {

	private final Path path;

	private final LoggerContext context = new LoggerContext();

	private final LogbackGapEncoder gapEncoder;

	private final LogFileWriter writer;

	private final LogFileSink sink;

	private final LogFileAppenderRegistrar registrar = new LogFileAppenderRegistrar(this.context);

	CapturedFile(Path path, String pattern) {
		this(path, new MockEnvironment().withProperty("logging.pattern.file", pattern));
	}

	CapturedFile(Path path, MockEnvironment environment) {
		this(path, (Function<LoggerContext, FileFormat>) (context) -> format(environment, context));
	}

	private static FileFormat format(MockEnvironment environment, LoggerContext context) {
		FileFormat format = FileFormatFactory.create(environment, context, new Sequence());
		return format.with(MaskerFactory.create(environment, context, format.charset(), new LongAdder()));
	}

	static CapturedFile encodedBy(Path path, Function<LoggerContext, Encoder<ILoggingEvent>> encoder) {
		return new CapturedFile(path,
				(Function<LoggerContext, FileFormat>) (context) -> new FileFormat(new RecordEncoder(
						new SafeEncoder(encoder.apply(context), StandardCharsets.UTF_8, ControlCharacters.KEEP, null),
						new LineLimit(LineLimit.NONE, StandardCharsets.UTF_8, false), StandardCharsets.UTF_8),
						Level.TRACE, List.of(), Numbering.NONE, Masker.NONE));
	}

	private final WriterThreads threads = WriterThreads.ofTheNextWriter();

	private CapturedFile(Path path, Function<LoggerContext, FileFormat> formatFactory) {
		this.path = path;
		this.context.setMDCAdapter(new LogbackMDCAdapter());
		Logger logger = this.context.getLogger("io.netraven.logging");
		FileFormat format = formatFactory.apply(this.context);
		this.gapEncoder = new LogbackGapEncoder(logger, () -> format);
		this.writer = LogFileWriter.capture(settings(path), this.gapEncoder, new LogFileListener() {
		});
		this.writer.open();
		this.sink = new LogFileSink(logger, () -> format, this.writer, () -> {
		});
	}

	static LogFileSettings settings(Path path) {
		return new LogFileSettings(path.toString(), Delivery.SYNC, 64 * 1024 * 1024, Duration.ofSeconds(20),
				Duration.ofSeconds(1), PosixFilePermissions.fromString("rw-r-----"), null, UntrustedFolder.NOTE,
				Rotations.of(false, 1, RotationSettings.Period.NONE, 1, false));
	}

	LoggerContext context() {
		return this.context;
	}

	LogFileWriter writer() {
		return this.writer;
	}

	LogFileSink sink() {
		return this.sink;
	}

	String encode(Gap gap) {
		return new String(this.gapEncoder.encode(gap), StandardCharsets.UTF_8);
	}

	void attach() {
		this.registrar.attach(this.sink);
	}

	void detach() {
		this.registrar.detach();
	}

	List<String> lines() {
		try {
			this.writer.drain(Duration.ofSeconds(20));
			return Files.readString(this.path, StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.writer.close();
		this.threads.awaitEnd();
		this.context.stop();
	}

}
