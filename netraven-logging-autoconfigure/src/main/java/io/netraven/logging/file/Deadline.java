package io.netraven.logging.file;

import java.util.concurrent.locks.LockSupport;

/**
 * The time that one call may wait. Interrupts neither shorten it nor get lost.
 *
 * @author NetRaven maintainers
 */
final class Deadline implements AutoCloseable {

	private final long deadline;

	private boolean interrupted;

	Deadline(long nanos) {
		this.deadline = System.nanoTime() + nanos;
	}

	boolean isOver() {
		return this.deadline - System.nanoTime() <= 0;
	}

	void pause() {
		pause(Long.MAX_VALUE);
	}

	void pause(long atMost) {
		long left = this.deadline - System.nanoTime();
		if (left > 0) {
			LockSupport.parkNanos(this, Math.min(left, atMost));
			this.interrupted |= Thread.interrupted();
		}
	}

	@Override
	public void close() {
		if (this.interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
