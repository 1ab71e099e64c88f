package io.netraven.logging.file.queue;

import io.netraven.logging.file.buffer.PendingLines;

/**
 * Who may take the turn to write, and who waits for it. All methods must be called with
 * the lock of the {@link QueueMonitor} held.
 *
 * @author NetRaven maintainers
 */
final class TurnRules {

	private final PendingLines pending;

	private final WriteTurn turn;

	private final FileSlot slot;

	private final WriteCounters counters;

	private final boolean sync;

	private final Stall stall;

	/**
	 * Whether callers may take the turn: only while the file is writable, and only once
	 * the lines are written that nobody waits for.
	 */
	private boolean callersWrite;

	/**
	 * Every pending position above this one has a caller inside {@code append} that takes
	 * the turn if need be. Up to it there may be none: the file thread writes them.
	 */
	private long unattended;

	/**
	 * Whether callers deliver their lines: not while the application starts, even with
	 * sync delivery.
	 */
	private boolean callersDeliver;

	private boolean closing;

	private boolean closed;

	TurnRules(PendingLines pending, WriteTurn turn, FileSlot slot, WriteCounters counters, boolean sync,
			long stallNanos) {
		this.pending = pending;
		this.turn = turn;
		this.slot = slot;
		this.counters = counters;
		this.sync = sync;
		this.callersDeliver = sync;
		this.stall = new Stall(pending, turn, slot, stallNanos);
	}

	boolean mayCallerTakeTurn() {
		return this.callersWrite && this.turn.isFree();
	}

	boolean doCallersWrite() {
		return this.callersWrite;
	}

	/**
	 * Returns whether every pending line has a caller that waits for it.
	 * @return {@code false} if the file thread must write some
	 */
	boolean isAllAttended() {
		return this.turn.written() >= this.unattended;
	}

	/**
	 * Returns whether lines may gather before they are written: nobody waits for them.
	 * @return whether only the file thread writes to a file that is writable
	 */
	boolean mayLinesGather() {
		return !this.callersDeliver && !this.closing && this.slot.isWritable();
	}

	/**
	 * Returns whether it makes sense to wait for the file. A stall that shows here ends
	 * the callers' turns, so that the file thread writes what piles up.
	 * @return whether the file is writable
	 */
	boolean isWritable() {
		if (!this.slot.isWritable() || this.closed) {
			return false;
		}
		if (stalledFor() > stallNanos()) {
			this.callersWrite = false;
			return false;
		}
		return true;
	}

	long stalledFor() {
		return this.stall.lasted(this.callersWrite);
	}

	long stallNanos() {
		return this.stall.limit();
	}

	/**
	 * Notes that pending lines begin to wait for the file thread.
	 */
	void noteWaiting() {
		if (!this.callersWrite) {
			this.stall.beginWaiting();
		}
	}

	/**
	 * Decides about a line that was just added and whose caller has not taken the turn.
	 * @param position the position of the line
	 * @return whether its caller waits; otherwise the line is left to the file thread
	 */
	boolean doesCallerWait(long position) {
		if (this.pending.head() == position - 1) {
			noteWaiting();
		}
		boolean waits = this.callersDeliver && isWritable();
		if (!waits) {
			leave(position);
		}
		return waits;
	}

	/**
	 * Leaves a line to the file thread: its caller returns before it is written.
	 * @param position the position of the line
	 */
	void leave(long position) {
		if (this.callersDeliver) {
			this.unattended = Math.max(this.unattended, position);
			if (this.slot.isOpen()) {
				this.counters.unconfirmed++;
			}
		}
	}

	void leaveAll() {
		this.unattended = this.pending.tail();
	}

	void stopCallers() {
		this.callersWrite = false;
	}

	/**
	 * Lets callers write again if every pending line has a caller that waits for it.
	 * @return whether they may
	 */
	boolean letCallersWrite() {
		this.callersWrite = this.callersDeliver && !this.closing && this.slot.isWritable() && isAllAttended();
		return this.callersWrite;
	}

	void starting() {
		this.callersDeliver = false;
		this.callersWrite = false;
		noteWaiting();
	}

	void closing() {
		this.closing = true;
		this.callersWrite = false;
		noteWaiting();
	}

	void goOn() {
		this.closing = false;
		endStart();
	}

	void endStart() {
		if (this.sync != this.callersDeliver) {
			this.callersDeliver = this.sync;
			leaveAll();
		}
	}

	boolean isClosing() {
		return this.closing;
	}

	void close() {
		this.closed = true;
		this.callersWrite = false;
	}

	boolean isClosed() {
		return this.closed;
	}

}
