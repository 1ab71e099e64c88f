package io.netraven.logging.logback;

import java.time.Duration;

import io.netraven.logging.file.LogFileWriter;

/**
 * Gets the last lines of an application into the file. However often it is asked to, it
 * waits no longer than two seconds in all.
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

	// Spring Boot stops Logback at the end of the process, but also at each start
	void logbackStopped() {
		if (this.shuttingDown) {
			drain();
		}
	}

}
