package io.netraven.logging.logback;

import java.time.Duration;

import ch.qos.logback.classic.Logger;
import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.file.WriteDiagnosis;

/**
 * Writes the pending lines when an application ends. Waits for at most two seconds,
 * counted over all calls for one application. Thread-safe.
 */
final class FinalDrain {

	private static final Duration AT_MOST = Duration.ofSeconds(2);

	private final LogFileWriter writer;

	private Duration left = AT_MOST;

	private volatile boolean shuttingDown;

	FinalDrain(LogFileWriter writer) {
		this.writer = writer;
	}

	synchronized void renew() {
		this.left = AT_MOST;
	}

	synchronized void drain() {
		long start = System.nanoTime();
		this.writer.drain(this.left);
		Duration rest = this.left.minusNanos(System.nanoTime() - start);
		this.left = rest.isNegative() ? Duration.ZERO : rest;
	}

	/**
	 * Drains because the process ends. Logs how many lines will be lost with it if the
	 * file cannot be written.
	 * @param logger the logger
	 */
	void shutDown(Logger logger) {
		this.shuttingDown = true;
		drain();
		LogFileStatus status = this.writer.status();
		WriteDiagnosis diagnosis = status.diagnosis();
		if (diagnosis != null && status.linesWaiting() > 0) {
			OwnLog.of(logger)
				.warn("Log file %s cannot be written: %s. The process ends, and %s kept %s lost to the file.".formatted(
						status.file(), diagnosis.reason(), status.linesWaiting(),
						(status.linesWaiting() == 1) ? "line is" : "lines are"));
		}
	}

	/**
	 * Drains if the process is shutting down. Spring Boot stops Logback at the end of the
	 * process, but also whenever it initializes logging.
	 */
	void logbackStopped() {
		if (this.shuttingDown) {
			drain();
		}
	}

	boolean isShuttingDown() {
		return this.shuttingDown;
	}

}
