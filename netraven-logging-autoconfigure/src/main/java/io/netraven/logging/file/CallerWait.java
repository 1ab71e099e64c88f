package io.netraven.logging.file;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How a caller waits until its line is written. Awake at first, because a write takes
 * less time than being woken does: it lets other threads have its core once, and if none
 * of them wants it or the write still goes on, it looks again and again for a while. Then
 * it sleeps.
 *
 * @author NetRaven maintainers
 */
final class CallerWait {

	/**
	 * Staying awake on the only core would keep the writing thread from it.
	 */
	private static final long SPIN_NANOS = (Runtime.getRuntime().availableProcessors() > 1)
			? TimeUnit.MICROSECONDS.toNanos(4) : 0;

	/**
	 * So long a waiter leaves a free turn to a caller that is about to come back with its
	 * next line: one write then takes both.
	 */
	private static final long LEAVE_TURN_NANOS = TimeUnit.MICROSECONDS.toNanos(1);

	private static final int YIELDS = 20;

	private final WriteQueue queue;

	private final long maxWaitNanos;

	CallerWait(WriteQueue queue, Duration maxWait) {
		this.queue = queue;
		this.maxWaitNanos = maxWait.toNanos();
	}

	/**
	 * Wait until a line is written, or until there is nothing to wait for any more.
	 * Writes it if no one else does.
	 * @param position of the line
	 */
	void awaitWritten(long position) {
		Thread.yield();
		boolean written = this.queue.isWritten(position) || spinUntilWritten(position) || yieldUntilWritten(position);
		if (!written) {
			sleepUntilWritten(position);
		}
	}

	private boolean spinUntilWritten(long position) {
		long start = System.nanoTime();
		long now = start;
		long lastTaken = start;
		boolean written = false;
		while (!written && now - start < SPIN_NANOS && now - lastTaken < LEAVE_TURN_NANOS) {
			Thread.onSpinWait();
			now = System.nanoTime();
			lastTaken = (this.queue.isTurnFree()) ? lastTaken : now;
			written = this.queue.isWritten(position);
		}
		return written;
	}

	private boolean yieldUntilWritten(long position) {
		boolean written = false;
		for (int i = 0; i < YIELDS && !written && !this.queue.isTurnFree(); i++) {
			Thread.yield();
			written = this.queue.isWritten(position);
		}
		return written;
	}

	private void sleepUntilWritten(long position) {
		try (Patience patience = new Patience(this.maxWaitNanos)) {
			while (!this.queue.await(position, patience.isOver())) {
				if (this.queue.isMyTurn()) {
					this.queue.write();
				}
				else {
					patience.pause();
				}
			}
		}
	}

}
