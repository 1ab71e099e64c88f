package io.netraven.logging.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.core.env.Environment;

/**
 * The file that the lines of Logback's root logger go to. Belongs to the JVM: it outlives
 * a reset or stop of Logback and the application that asked for it. Safe for use by any
 * number of threads.
 *
 * @author NetRaven maintainers
 */
public final class LogbackLogFile implements AutoCloseable {

	private static final String LOGGER_NAME = "io.netraven.logging";

	private final LogFileSettings settings;

	private final LoggerContext context;

	private final LogFileAppenderRegistrar registrar;

	private final LogFileWriter writer;

	private final LogFileSink sink;

	private volatile FileFormat format;

	private LogbackLogFile(LogFileSettings settings, Environment environment, LoggerContext context,
			LogFileAppenderRegistrar registrar) {
		this.settings = settings;
		this.context = context;
		this.registrar = registrar;
		this.format = FileFormatFactory.create(environment, context);
		Logger logger = context.getLogger(LOGGER_NAME);
		this.writer = LogFileWriter.capture(settings, new LogbackGapEncoder(logger, this::format),
				new LogFileAnnouncer(logger, settings.file(), settings.bufferSize()));
		this.sink = new LogFileSink(logger, this::format, this.writer);
	}

	/**
	 * Whether Logback is what this process logs with.
	 * @return {@code false} where another logging system is bound to SLF4J
	 */
	public static boolean isSupported() {
		return LoggerFactory.getILoggerFactory() instanceof LoggerContext;
	}

	/**
	 * Whether an appender of Logback's own writes the file, such as the one that Spring
	 * Boot attaches for {@code logging.file.name}.
	 * @param file path of the file
	 * @return whether writing it here as well would write it twice
	 */
	public static boolean isWrittenByAnother(String file) {
		return OtherFileAppenders.write(file, loggerContext());
	}

	/**
	 * Capture lines for a file. Touches no disk.
	 * @param settings how to write
	 * @param environment has Spring Boot's own properties of the file format
	 * @param former file that gives way to this one and is closed, or {@code null}
	 * @return the file, not opened yet
	 */
	public static LogbackLogFile capture(LogFileSettings settings, Environment environment,
			@Nullable LogbackLogFile former) {
		LoggerContext context = loggerContext();
		LogFileAppenderRegistrar registrar = (former != null && former.context == context) ? former.registrar
				: new LogFileAppenderRegistrar(context);
		LogbackLogFile file = new LogbackLogFile(settings, environment, context, registrar);
		registrar.attach(file.sink);
		if (former != null) {
			former.giveWayTo(registrar);
		}
		file.complain();
		return file;
	}

	private void giveWayTo(LogFileAppenderRegistrar successor) {
		if (this.registrar != successor) {
			this.registrar.detach();
		}
		this.writer.close();
	}

	/**
	 * Serve one more application, whose file format is that of all from now on.
	 * @param environment has Spring Boot's own properties of the file format
	 */
	public void serve(Environment environment) {
		this.format = FileFormatFactory.create(environment, this.context);
		this.sink.finalDrain().renew();
		this.writer.goOn();
		this.registrar.attach(this.sink);
		complain();
	}

	private void complain() {
		this.format.complaints().forEach(this.context.getLogger(LOGGER_NAME)::warn);
	}

	/**
	 * Whether these settings are for this file.
	 * @param file path of a file
	 * @return whether it is the same file
	 */
	public boolean isSameFile(String file) {
		return FilePaths.nameTheSameFile(this.settings.file(), file);
	}

	/**
	 * How the file is written.
	 * @return the settings that it was captured with
	 */
	public LogFileSettings settings() {
		return this.settings;
	}

	/**
	 * What writes the file.
	 * @return the writer
	 */
	public LogFileWriter writer() {
		return this.writer;
	}

	/**
	 * The application is at its end: get its lines into the file. Waits for two seconds
	 * at most, counted over all calls for one application, {@link #shutDown()} included.
	 */
	public void drain() {
		this.sink.finalDrain().drain();
	}

	/**
	 * The process is at its end. Gets the lines into the file now, and again when Logback
	 * stops.
	 */
	public void shutDown() {
		this.sink.finalDrain().shutDown();
	}

	/**
	 * Detach the appender and close the file.
	 */
	@Override
	public void close() {
		this.registrar.detach();
		this.writer.close();
	}

	private FileFormat format() {
		return this.format;
	}

	private static LoggerContext loggerContext() {
		return (LoggerContext) LoggerFactory.getILoggerFactory();
	}

}
