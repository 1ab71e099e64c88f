package io.netraven.logging.file.daemon;

import java.time.Duration;

/**
 * Exponential back-off between attempts to open an unwritable file: the pauses double, up
 * to a limit. Not thread-safe.
 */
final class RetryBackoff {

	private static final long FIRST_NANOS = Duration.ofMillis(100).toNanos();

	private final long limit;

	private long next;

	RetryBackoff(Duration limit) {
		this.limit = limit.toNanos();
		reset();
	}

	void reset() {
		this.next = Math.min(FIRST_NANOS, this.limit);
	}

	long nextNanos() {
		long pause = this.next;
		this.next = Math.min(pause * 2, this.limit);
		return pause;
	}

}
