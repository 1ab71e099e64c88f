package io.netraven.logging.file.queue;

import java.lang.invoke.VarHandle;

import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.buffer.PendingLines;
import io.netraven.logging.file.live.LiveFile;
import org.jspecify.annotations.Nullable;

/**
 * The exclusive right to write: at most one thread holds the turn. All methods except
 * {@link #isFree}, {@link #isMine}, {@link #written}, {@link #isStillMine} and
 * {@link #start} must be called with the lock of the {@link QueueMonitor} held.
 * <p>
 * The batch is a fencing token: a holder that returns with another batch than the present
 * one has lost its turn and must change nothing.
 */
final class WriteTurn {

	/**
	 * Whether a thread holds the turn. Waiting callers read it without the lock.
	 */
	private volatile boolean taken;

	/**
	 * Position up to which lines are written. Only grows. Waiting callers read it without
	 * the lock.
	 */
	private volatile long written;

	/**
	 * The latest thread that has taken the turn. Written before {@link #taken}, so a
	 * thread that reads that first finds itself here only if it holds the turn.
	 */
	private @Nullable Thread holder;

	private Batch batch = new Batch();

	private @Nullable LiveFile file;

	/**
	 * {@link System#nanoTime()} at the beginning of the latest turn; 0 until its holder
	 * has read the clock, which it does without the lock, or its duration is asked for.
	 */
	private long since;

	boolean isFree() {
		return !this.taken;
	}

	boolean isMine() {
		return this.taken && this.holder == Thread.currentThread();
	}

	/**
	 * Returns whether the {@link #batch} and the {@link #file} that the calling thread
	 * has just read without the lock are those of its turn. A turn that is given up is
	 * free before it has another batch, so whoever has read that finds the turn lost.
	 * @return {@code false} if the turn was given up before they were read
	 */
	boolean isStillMine() {
		VarHandle.acquireFence();
		return isMine();
	}

	long written() {
		return this.written;
	}

	/**
	 * Takes the turn, which must be free.
	 * @param pending the pending lines, which must not be empty
	 * @param file the file to write to
	 */
	void take(PendingLines pending, LiveFile file) {
		pending.fill(this.batch);
		this.since = 0;
		if (this.file != file) {
			this.file = file;
		}
		Thread me = Thread.currentThread();
		if (this.holder != me) {
			this.holder = me;
		}
		this.taken = true;
	}

	/**
	 * Starts to measure the turn. Must be called by its holder, without the lock.
	 */
	void start() {
		this.since = System.nanoTime();
	}

	void written(long position) {
		this.written = position;
	}

	void release() {
		this.taken = false;
	}

	/**
	 * Revokes the turn of a holder that does not return. It keeps its batch.
	 */
	void giveUp() {
		Batch next = new Batch();
		this.taken = false;
		VarHandle.releaseFence();
		this.batch = next;
	}

	@Nullable Thread holder() {
		return isFree() ? null : this.holder;
	}

	void forgive(long nanos) {
		if (this.since != 0) {
			this.since += nanos;
		}
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
	 * Returns when the latest turn began.
	 * @return its {@link System#nanoTime()}
	 */
	long since() {
		return this.since;
	}

	/**
	 * Returns how long the present turn has lasted.
	 * @param now the present {@link System#nanoTime()}
	 * @return the time in nanoseconds, 0 while the turn is free
	 */
	long lasted(long now) {
		if (isFree()) {
			return 0;
		}
		if (this.since == 0) {
			this.since = now;
		}
		return Math.max(0, now - this.since);
	}

}
