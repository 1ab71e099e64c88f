package io.netraven.logging.file.concurrent;

import java.util.concurrent.locks.LockSupport;

/**
 * The deadline of one call that waits. Interrupts neither shorten the wait nor get lost:
 * {@link #close} restores the interrupt status. Used by one thread.
 */
public final class Deadline implements AutoCloseable {

	private final long deadline;

	private boolean interrupted;

	public Deadline(long nanos) {
		this.deadline = System.nanoTime() + nanos;
	}

	public boolean isOver() {
		return this.deadline - System.nanoTime() <= 0;
	}

	public void pause() {
		pause(Long.MAX_VALUE);
	}

	public void pause(long atMost) {
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
