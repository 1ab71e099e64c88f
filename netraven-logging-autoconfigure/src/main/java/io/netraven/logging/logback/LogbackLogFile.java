package io.netraven.logging.logback;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.netraven.logging.file.LogFileListener;
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

	/**
	 * How long Logback must have been stopped to be considered as stopped for good.
	 */
	private static final long RESTART_NANOS = Duration.ofSeconds(2).toNanos();

	private final LogFileSettings settings;

	private final LoggerContext context;

	private final LogFileAppenderRegistrar registrar;

	private final LogFileWriter writer;

	private final LogFileSink sink;

	private final LogFileListeners listeners;

	private final Sequence sequence = new Sequence();

	private final LongAdder masked = new LongAdder();

	private volatile FileFormat format;

	/**
	 * Whether an application uses the file. Changes with the monitor of this object held,
	 * as does {@link #closed}. Logback calls with its configuration lock held, which is
	 * taken after the monitor: it must only read.
	 */
	private volatile boolean used = true;

	private volatile boolean closed;

	private LogbackLogFile(LogFileSettings settings, Environment environment, LoggerContext context,
			LogFileAppenderRegistrar registrar) {
		this.settings = settings;
		this.context = context;
		this.registrar = registrar;
		this.format = formatOf(environment);
		Logger logger = context.getLogger(LOGGER_NAME);
		this.listeners = new LogFileListeners(new LogFileAnnouncer(logger, settings), logger);
		this.writer = LogFileWriter.capture(settings, new LogbackGapEncoder(logger, this::format), this.listeners);
		this.writer.starting();
		this.sink = new LogFileSink(logger, this::format, this.writer, this::logbackStopped);
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
		closeWriter();
	}

	private synchronized void closeWriter() {
		if (!this.closed) {
			this.closed = true;
			this.writer.close();
		}
	}

	/**
	 * Adds an application. The format of the lines does not change.
	 * @return {@code false} if the file is closed
	 */
	public synchronized boolean serve() {
		if (this.closed) {
			return false;
		}
		if (!this.used) {
			this.writer.resume();
		}
		this.used = true;
		this.sink.finalDrain().renew();
		this.writer.goOn();
		this.registrar.attach(this.sink);
		return true;
	}

	/**
	 * Declares that the last application is closing. Its last lines are still written.
	 * The file is closed once Logback stops for good, or has stopped already.
	 */
	public synchronized void release() {
		this.used = false;
		this.writer.closing();
		if (!this.context.isStarted()) {
			logbackStopped();
		}
	}

	/**
	 * Closes an unused file some time after Logback has stopped, as in a servlet
	 * container that goes on without the application. Spring Boot stops Logback as well,
	 * but starts it again at once.
	 */
	private void logbackStopped() {
		if (!this.used && !this.closed && !this.sink.finalDrain().isShuttingDown()) {
			Thread thread = new Thread(this::closeUnlessLogbackStarts, "netraven-log-end");
			thread.setDaemon(true);
			thread.start();
		}
	}

	private void closeUnlessLogbackStarts() {
		long start = System.nanoTime();
		while (System.nanoTime() - start < RESTART_NANOS) {
			LockSupport.parkNanos(RESTART_NANOS / 20);
			if (this.context.isStarted()) {
				return;
			}
		}
		closeIfUnused();
	}

	private synchronized void closeIfUnused() {
		if (!this.used) {
			close();
		}
	}

	/**
	 * Sets the file format of all lines from now on.
	 * @param environment source of Spring Boot's properties of the file format
	 */
	public void useFormatOf(Environment environment) {
		this.format = formatOf(environment);
		complain();
	}

	private FileFormat formatOf(Environment environment) {
		FileFormat format = FileFormatFactory.create(environment, this.context, this.sequence);
		return format.with(MaskerFactory.create(environment, this.context, format.charset(), this.masked));
	}

	/**
	 * Masks the secrets that an environment has now in all lines from now on, besides
	 * those that are masked already.
	 * @param environment source of the secrets
	 */
	public void maskSecretsOf(Environment environment) {
		FileFormat current = this.format;
		Masker masker = MaskerFactory.create(environment, this.context, current.charset(), this.masked);
		this.format = current.with(masker.and(current.masker()));
	}

	/**
	 * Calls a listener from now on. If the file has been opened already, that is the
	 * first call.
	 * @param listener the listener
	 */
	public void addListener(LogFileListener listener) {
		this.listeners.add(listener);
	}

	/**
	 * Calls a listener no more.
	 * @param listener the listener
	 */
	public void removeListener(LogFileListener listener) {
		this.listeners.remove(listener);
	}

	/**
	 * Return how many secrets were masked.
	 * @return the number of places
	 */
	public long masked() {
		return this.masked.sum();
	}

	private void complain() {
		this.format.complaints().forEach(OwnLog.of(this.context.getLogger(LOGGER_NAME))::warn);
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
	public synchronized void close() {
		if (!this.closed) {
			this.registrar.detach();
			closeWriter();
		}
	}

	private FileFormat format() {
		return this.format;
	}

}
