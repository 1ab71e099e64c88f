package io.netraven.logging.file;

import org.jspecify.annotations.Nullable;

/**
 * The right to write: one holder at a time. Taken and released under the lock of the
 * {@link WriteQueue}. The batch is the token: whoever comes back with another batch than
 * the present one had its turn given up and must touch nothing.
 *
 * @author NetRaven maintainers
 */
final class WriteTurn {

	/**
	 * The thread that writes, or {@code null} while the turn is free. Written under the
	 * lock; read without it by waiters that look whether it is worth asking.
	 */
	private volatile @Nullable Thread holder;

	private Batch batch = new Batch();

	private @Nullable ActiveFile file;

	private long since;

	boolean isFree() {
		return this.holder == null;
	}

	boolean isMine() {
		return this.holder == Thread.currentThread();
	}

	boolean isHeldBy(Thread thread) {
		return this.holder == thread;
	}

	void take(PendingLines pending, ActiveFile file, long now) {
		pending.fill(this.batch);
		this.file = file;
		this.since = now;
		this.holder = Thread.currentThread();
	}

	void release() {
		this.holder = null;
	}

	/**
	 * Take the turn away from a holder that does not come back. Its batch goes with it.
	 */
	void giveUp() {
		this.batch = new Batch();
		this.holder = null;
	}

	boolean isGivenUp(Batch batch) {
		return this.batch != batch;
	}

	Batch batch() {
		return this.batch;
	}

	ActiveFile file() {
		if (this.file == null) {
			throw new IllegalStateException("The turn was never taken");
		}
		return this.file;
	}

	/**
	 * How long the present turn has lasted.
	 * @param now the present {@link System#nanoTime()}
	 * @return nanoseconds, 0 while the turn is free
	 */
	long lasted(long now) {
		return isFree() ? 0 : Math.max(0, now - this.since);
	}

}
