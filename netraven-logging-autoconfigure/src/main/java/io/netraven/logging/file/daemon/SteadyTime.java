package io.netraven.logging.file.daemon;

import java.time.Instant;

/**
 * A clock that advances evenly when the wall clock is set forward or back. Agrees with
 * the wall clock until then.
 */
final class SteadyTime {

	private static final Instant START = Instant.now();

	private static final long START_NANOS = System.nanoTime();

	private SteadyTime() {
	}

	static Instant now() {
		return START.plusNanos(System.nanoTime() - START_NANOS);
	}

}
