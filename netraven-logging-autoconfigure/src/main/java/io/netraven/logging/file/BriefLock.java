package io.netraven.logging.file;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock that is held for so short a time that it is cheaper to stay awake for it than to
 * be woken. Nobody is ever woken: whoever comes in vain looks again, at growing
 * intervals. Not reentrant, not fair. Interrupts do nothing.
 *
 * @author NetRaven maintainers
 */
final class BriefLock {

	private static final int SPINS = 30;

	private static final int YIELDS = 70;

	/**
	 * The holder has lost its core: nothing else takes so long.
	 */
	private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

	/**
	 * Whoever turns it to {@code true} has the lock, and is the only one to turn it back.
	 */
	private final AtomicBoolean held = new AtomicBoolean();

	void lock() {
		int looks = 0;
		while (!this.held.compareAndSet(false, true)) {
			do {
				pause(looks++);
			}
			while (this.held.getOpaque());
		}
	}

	private void pause(int looks) {
		if (looks < SPINS) {
			Thread.onSpinWait();
		}
		else if (looks < SPINS + YIELDS) {
			Thread.yield();
		}
		else {
			LockSupport.parkNanos(this, PAUSE_NANOS);
		}
	}

	void unlock() {
		this.held.setRelease(false);
	}

}
