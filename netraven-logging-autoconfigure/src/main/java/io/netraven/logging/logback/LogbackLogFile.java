package io.netraven.logging.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileWriter;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.Environment;

/**
 * Log file of Logback's root logger. It survives a reset or stop of Logback and the end
 * of the application that has requested it. Thread-safe.
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
				new LogFileAnnouncer(logger, settings));
		this.writer.starting();
		this.sink = new LogFileSink(logger, this::format, this.writer);
	}

	/**
	 * Attaches an appender that captures lines for a file. Does not access the disk: the
	 * file is opened by its {@link #writer() writer}. Logs a warning for each property of
	 * the file format that cannot be used.
	 * @param settings settings of the file
	 * @param environment source of Spring Boot's properties of the file format
	 * @param former file that is replaced by this one and closed, or {@code null}
	 * @return the file, not opened yet
	 * @throws ClassCastException if Logback is not {@link LogbackBinding#isPresent()
	 * present}
	 */
	public static LogbackLogFile capture(LogFileSettings settings, Environment environment,
			@Nullable LogbackLogFile former) {
		LoggerContext context = LogbackBinding.context();
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
	 * Adds an application. The format of the lines does not change.
	 */
	public void serve() {
		this.sink.finalDrain().renew();
		this.writer.goOn();
		this.registrar.attach(this.sink);
	}

	/**
	 * Sets the file format of all lines from now on.
	 * @param environment source of Spring Boot's properties of the file format
	 */
	public void useFormatOf(Environment environment) {
		this.format = FileFormatFactory.create(environment, this.context);
		complain();
	}

	private void complain() {
		this.format.complaints().forEach(this.context.getLogger(LOGGER_NAME)::warn);
	}

	/**
	 * Return whether a path names this file.
	 * @param file path of a file
	 * @return whether it is the same file
	 */
	public boolean isSameFile(String file) {
		return FilePaths.nameTheSameFile(this.settings.file(), file);
	}

	/**
	 * Return the settings of the file.
	 * @return the settings
	 */
	public LogFileSettings settings() {
		return this.settings;
	}

	/**
	 * Return the writer of the file.
	 * @return the writer
	 */
	public LogFileWriter writer() {
		return this.writer;
	}

	/**
	 * Writes the pending lines. Must be called when an application ends. Waits for at
	 * most two seconds, counted over all calls for one application, {@link #shutDown()}
	 * included.
	 */
	public void drain() {
		this.sink.finalDrain().drain();
	}

	/**
	 * Writes the pending lines now and once more when Logback stops. Must be called when
	 * the process ends.
	 */
	public void shutDown() {
		this.sink.finalDrain().shutDown(this.context.getLogger(LOGGER_NAME));
	}

	/**
	 * Detaches the appender and closes the file.
	 */
	@Override
	public void close() {
		this.registrar.detach();
		this.writer.close();
	}

	private FileFormat format() {
		return this.format;
	}

}
