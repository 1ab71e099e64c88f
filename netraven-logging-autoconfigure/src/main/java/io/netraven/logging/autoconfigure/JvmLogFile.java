package io.netraven.logging.autoconfigure;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.logback.LogbackLogFile;
import io.netraven.logging.logback.OwnLog;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * The log file of this JVM, shared by its applications. The first running application
 * determines the path. The file stays open after the last application has closed, so that
 * it has the last lines, and is closed when the next one starts with another file or
 * without one. Thread-safe.
 * <p>
 * The format belongs to the first application that uses the file. A Spring Cloud
 * bootstrap context, which does not have the application's properties yet, leaves it to
 * the next.
 */
final class JvmLogFile {

	private static final Log logger = LogFactory.getLog("io.netraven.logging");

	private static final JvmLogFile INSTANCE = new JvmLogFile();

	private final Set<Object> owners = Collections.newSetFromMap(new IdentityHashMap<>());

	private volatile @Nullable LogbackLogFile file;

	private boolean formatIsProvisional;

	private boolean handlesShutdown;

	private JvmLogFile() {
	}

	static JvmLogFile get() {
		return INSTANCE;
	}

	/**
	 * Claims a log file for an application. Logs a warning if it cannot have it.
	 * @param owner identifies the application
	 * @param settings settings of the requested file
	 * @param environment environment of the application
	 * @return the writer, or {@code null} if the application cannot have this file
	 */
	synchronized @Nullable LogFileWriter claim(Object owner, LogFileSettings settings, Environment environment) {
		String reason = LogFileConflicts.find(settings.file(), this.owners.isEmpty() ? null : this.file);
		if (reason != null) {
			closeIfUnused();
			OwnLog.of(logger).warn(reason);
			return null;
		}
		LogbackLogFile file = serve(this.file, settings, environment);
		this.owners.add(owner);
		this.file = file;
		handleShutdown();
		return file.writer();
	}

	private LogbackLogFile serve(@Nullable LogbackLogFile current, LogFileSettings settings, Environment environment) {
		boolean takesOver = this.owners.isEmpty() || this.formatIsProvisional;
		this.formatIsProvisional = takesOver && isOfBootstrapContext(environment);
		if (current != null && (!this.owners.isEmpty() || current.settings().equals(settings)) && current.serve()) {
			if (takesOver) {
				current.useFormatOf(environment);
			}
			return current;
		}
		return LogbackLogFile.capture(settings, environment, current);
	}

	private static boolean isOfBootstrapContext(Environment environment) {
		return environment instanceof ConfigurableEnvironment configurable
				&& configurable.getPropertySources().contains("bootstrap");
	}

	/**
	 * Closes the file if no application uses it any more. Must be called when an
	 * application without a log file starts.
	 */
	synchronized void closeIfUnused() {
		LogbackLogFile file = unused();
		if (file != null) {
			file.close();
			this.file = null;
		}
	}

	/**
	 * Releases the file when an application is closing or has failed. Its last lines are
	 * still written.
	 * @param owner identifies the application
	 */
	synchronized void release(Object owner) {
		LogbackLogFile file = this.file;
		if (this.owners.remove(owner) && this.owners.isEmpty() && file != null) {
			file.release();
		}
	}

	/**
	 * Writes the pending lines if no application uses the file any more. Must be called
	 * after the beans of an application have been destroyed.
	 */
	void drainIfUnused() {
		LogbackLogFile file = unused();
		if (file != null) {
			file.drain();
		}
	}

	/**
	 * Masks the secrets that an application has by now.
	 * @param owner identifies the application
	 * @param environment its environment
	 */
	synchronized void maskSecretsOf(Object owner, Environment environment) {
		LogbackLogFile file = this.file;
		if (file != null && this.owners.contains(owner)) {
			file.maskSecretsOf(environment);
		}
	}

	/**
	 * Calls the listeners of an application.
	 * @param owner identifies the application
	 * @param listeners its listeners
	 */
	synchronized void listen(Object owner, List<LogFileListener> listeners) {
		LogbackLogFile file = this.file;
		if (file != null && this.owners.contains(owner)) {
			listeners.forEach(file::addListener);
		}
	}

	/**
	 * Calls the listeners of an application no more.
	 * @param listeners its listeners
	 */
	synchronized void ignore(List<LogFileListener> listeners) {
		LogbackLogFile file = this.file;
		if (file != null) {
			listeners.forEach(file::removeListener);
		}
	}

	/**
	 * Returns how many secrets were masked in the file.
	 * @return the number of places, 0 without a file
	 */
	long masked() {
		LogbackLogFile file = this.file;
		return (file != null) ? file.masked() : 0;
	}

	@Nullable LogbackLogFile current() {
		return this.file;
	}

	private synchronized @Nullable LogbackLogFile unused() {
		return this.owners.isEmpty() ? this.file : null;
	}

	private void handleShutdown() {
		if (!this.handlesShutdown) {
			try {
				SpringApplication.getShutdownHandlers().add(this::shutDown);
				this.handlesShutdown = true;
			}
			catch (IllegalStateException ex) {
				logger.debug("The process is shutting down already");
			}
		}
	}

	private void shutDown() {
		LogbackLogFile file = this.file;
		if (file != null) {
			file.shutDown();
		}
	}

}
