package io.netraven.logging.file.queue;

import java.time.Duration;

import io.netraven.logging.file.buffer.PendingLines;

/**
 * How long lines may gather before the file thread writes them, where no caller waits for
 * them. A write costs about the same for one line and for many. While the file thread
 * lingers, it looks for lines by itself, so that callers need not wake it. All methods
 * must be called with the lock of the queue held.
 *
 * @author NetRaven maintainers
 */
final class Linger {

	/**
	 * Longest that a line waits for others.
	 */
	static final long NANOS = Duration.ofMillis(1).toNanos();

	/**
	 * So long after a write the file thread goes on looking for lines by itself.
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
	 * Returns whether the pending lines should be written rather than wait for others.
	 * @return whether the latest write was long enough ago, or enough lines are there
	 */
	boolean isOver() {
		return this.pending.isHalfFull() || this.pending.bytes() >= PendingLines.LARGEST_BATCH
				|| System.nanoTime() - this.turn.since() >= NANOS;
	}

	/**
	 * Has the file thread, which does not write now, look again by itself if it wrote a
	 * moment ago.
	 * @param applies whether lines may wait for others
	 * @return whether it lingers; otherwise it sleeps until it is woken
	 */
	boolean begin(boolean applies) {
		this.lingers = applies && System.nanoTime() - this.turn.since() < ACTIVE_NANOS;
		return this.lingers;
	}

	boolean lingers() {
		return this.lingers;
	}

}
