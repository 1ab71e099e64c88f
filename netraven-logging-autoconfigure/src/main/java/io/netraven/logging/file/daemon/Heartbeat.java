package io.netraven.logging.file.daemon;

import java.time.Duration;

import io.netraven.logging.file.concurrent.Signal;

/**
 * The pauses of the watch thread. From one that lasts too long it is seen that the
 * process stood still (stopped, paused, migrated): that time is not the disk's.
 *
 * @author NetRaven maintainers
 */
final class Heartbeat {

	static final long NANOS = Duration.ofMillis(250).toNanos();

	/**
	 * A thread that is ready to run may have to wait for a core.
	 */
	private static final long TOLERANCE_NANOS = Duration.ofMillis(250).toNanos();

	private final Signal pause = new Signal();

	private volatile long pauseEnds = System.nanoTime() + NANOS;

	private volatile boolean pausing;

	/**
	 * Pauses until the next beat.
	 * @return how many nanoseconds the pause was too long, 0 if it was not
	 */
	long await() {
		this.pauseEnds = System.nanoTime() + NANOS;
		this.pausing = true;
		this.pause.await(NANOS);
		this.pausing = false;
		long late = System.nanoTime() - this.pauseEnds;
		return (late > TOLERANCE_NANOS) ? late : 0;
	}

	/**
	 * Returns whether the process may just have stood still: the watch thread should have
	 * come back from its pause and has not.
	 * @return whether times that are measured now mean nothing
	 */
	boolean isOverdue() {
		return this.pausing && System.nanoTime() - this.pauseEnds > TOLERANCE_NANOS;
	}

}
