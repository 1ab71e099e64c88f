package io.netraven.logging.file.queue;

import java.time.Duration;

import io.netraven.logging.file.buffer.PendingLines;

/**
 * How long the file thread lets lines gather before it writes them, where no caller waits
 * for them: a write costs about the same for one line and for many. While the file thread
 * lingers it polls for lines, so that callers need not wake it. All methods must be
 * called with the lock of the {@link QueueMonitor} held.
 */
final class Linger {

	/**
	 * Maximum time that a line waits for others.
	 */
	static final long NANOS = Duration.ofMillis(1).toNanos();

	/**
	 * How long the file thread keeps polling after a write.
	 */
	private static final long ACTIVE_NANOS = Duration.ofMillis(10).toNanos();

	private final PendingLines pending;

	private final WriteTurn turn;

	private boolean lingers;

	Linger(PendingLines pending, WriteTurn turn) {
		this.pending = pending;
		this.turn = turn;
	}

	/**
	 * Returns whether the pending lines are due to be written.
	 * @return whether the latest write was long enough ago, or enough lines are pending
	 */
	boolean isOver() {
		return this.pending.isHalfFull() || this.pending.bytes() >= PendingLines.LARGEST_BATCH
				|| System.nanoTime() - this.turn.since() >= NANOS;
	}

	/**
	 * Starts to linger if the latest write was recent.
	 * @param applies whether lines may wait for others
	 * @return whether the file thread polls; otherwise it sleeps until it is woken
	 */
	boolean begin(boolean applies) {
		this.lingers = applies && System.nanoTime() - this.turn.since() < ACTIVE_NANOS;
		return this.lingers;
	}

	boolean lingers() {
		return this.lingers;
	}

}
