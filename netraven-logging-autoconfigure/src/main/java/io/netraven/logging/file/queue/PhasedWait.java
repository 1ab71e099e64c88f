package io.netraven.logging.file.queue;

import java.util.concurrent.TimeUnit;

/**
 * How a caller stays awake for its line, before it parks: yield once, spin, yield. A
 * write takes less time than being woken does.
 *
 * @author NetRaven maintainers
 */
final class PhasedWait {

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

	private final QueueMonitor queue;

	PhasedWait(QueueMonitor queue) {
		this.queue = queue;
	}

	boolean await(long position) {
		Thread.yield();
		return this.queue.isWritten(position) || spin(position) || yieldWhileWritten(position);
	}

	private boolean spin(long position) {
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

	private boolean yieldWhileWritten(long position) {
		boolean written = false;
		for (int i = 0; i < YIELDS && !written && !this.queue.isTurnFree(); i++) {
			Thread.yield();
			written = this.queue.isWritten(position);
		}
		return written;
	}

}
