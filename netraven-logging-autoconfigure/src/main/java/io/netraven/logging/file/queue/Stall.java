package io.netraven.logging.file.queue;

import io.netraven.logging.file.buffer.PendingLines;

/**
 * Measures for how long nothing has been written that should have been. All methods must
 * be called with the lock of the {@link QueueMonitor} held.
 */
final class Stall {

	private final PendingLines pending;

	private final WriteTurn turn;

	private final FileSlot slot;

	private final long limit;

	/**
	 * {@link System#nanoTime()} since which pending lines have waited for the file thread
	 * to take the turn.
	 */
	private long waitingSince;

	Stall(PendingLines pending, WriteTurn turn, FileSlot slot, long limit) {
		this.pending = pending;
		this.turn = turn;
		this.slot = slot;
		this.limit = limit;
	}

	void beginWaiting() {
		this.waitingSince = System.nanoTime();
	}

	/**
	 * Returns how long the write in progress has lasted, or lines for an open file have
	 * waited for a turn of the file thread.
	 * @param callersWrite whether callers take turns: lines do not wait then
	 * @return the time in nanoseconds
	 */
	long lasted(boolean callersWrite) {
		if (!this.turn.isFree()) {
			return this.turn.lasted(System.nanoTime());
		}
		boolean waiting = this.slot.isOpen() && !callersWrite && !this.pending.isEmpty();
		return (waiting) ? System.nanoTime() - this.waitingSince : 0;
	}

	/**
	 * Returns how long the same may last before it is a stall.
	 * @return the limit in nanoseconds
	 */
	long limit() {
		return this.limit;
	}

}
