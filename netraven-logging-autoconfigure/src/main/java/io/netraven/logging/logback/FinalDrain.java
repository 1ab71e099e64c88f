package io.netraven.logging.logback;

import java.time.Duration;

import io.netraven.logging.file.LogFileWriter;

/**
 * Writes the pending lines when an application ends. Waits for at most two seconds,
 * counted over all calls for one application. Thread-safe.
 *
 * @author NetRaven maintainers
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

	void shutDown() {
		this.shuttingDown = true;
		drain();
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

}
