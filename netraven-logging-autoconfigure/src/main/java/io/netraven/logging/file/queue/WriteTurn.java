package io.netraven.logging.file.queue;

import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.buffer.PendingLines;
import io.netraven.logging.file.live.LiveFile;
import org.jspecify.annotations.Nullable;

/**
 * The right to write: one holder at a time. Taken and released under the lock of the
 * {@link QueueMonitor}. The batch is the token: whoever comes back with another batch
 * than the present one had its turn given up and must touch nothing.
 *
 * @author NetRaven maintainers
 */
final class WriteTurn {

	/**
	 * Whether somebody writes. Changes under the lock; read without it by waiters that
	 * look whether it is worth asking.
	 */
	private volatile boolean taken;

	/**
	 * Who took the turn last. Written before {@link #taken}, so whoever reads that first
	 * finds itself here only if it has the turn.
	 */
	private @Nullable Thread holder;

	private Batch batch = new Batch();

	private @Nullable LiveFile file;

	private long since;

	boolean isFree() {
		return !this.taken;
	}

	boolean isMine() {
		return isHeldBy(Thread.currentThread());
	}

	boolean isHeldBy(Thread thread) {
		return this.taken && this.holder == thread;
	}

	void take(PendingLines pending, LiveFile file, long now) {
		pending.fill(this.batch);
		this.since = now;
		if (this.file != file) {
			this.file = file;
		}
		if (this.holder != Thread.currentThread()) {
			this.holder = Thread.currentThread();
		}
		this.taken = true;
	}

	void release() {
		this.taken = false;
	}

	/**
	 * Take the turn away from a holder that does not come back. Its batch goes with it.
	 */
	void giveUp() {
		this.batch = new Batch();
		this.taken = false;
	}

	boolean isGivenUp(Batch batch) {
		return this.batch != batch;
	}

	Batch batch() {
		return this.batch;
	}

	LiveFile file() {
		if (this.file == null) {
			throw new IllegalStateException("The turn was never taken");
		}
		return this.file;
	}

	/**
	 * When the latest turn began.
	 * @return its {@link System#nanoTime()}
	 */
	long since() {
		return this.since;
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
