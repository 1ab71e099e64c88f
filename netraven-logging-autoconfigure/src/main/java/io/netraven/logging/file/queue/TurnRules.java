package io.netraven.logging.file.queue;

import io.netraven.logging.file.buffer.PendingLines;

/**
 * Decides which thread may take the turn to write. One idea: callers may only while the
 * file is writable and every pending line has a caller that waits for it; each method
 * reads or changes one condition of that rule. All methods must be called with the lock
 * of the {@link QueueMonitor} held.
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
	 * the lines that no caller waits for are written.
	 */
	private boolean callersWrite;

	/**
	 * Each pending line above this position has a caller inside {@code append} that takes
	 * the turn if necessary. Lines up to it may have none: the file thread writes them.
	 */
	private long unattended;

	/**
	 * Whether callers write or wait for their lines: not while the application is
	 * starting, even with synchronous delivery.
	 */
	private boolean callersDeliver;

	private final Pause pause;

	private boolean closing;

	private boolean closed;

	/**
	 * Whether lines are added to the queue: neither during a pause nor once the writer is
	 * closed.
	 */
	private boolean takesLines = true;

	TurnRules(PendingLines pending, WriteTurn turn, FileSlot slot, WriteCounters counters, boolean sync,
			long stallNanos) {
		this.pending = pending;
		this.turn = turn;
		this.slot = slot;
		this.counters = counters;
		this.sync = sync;
		this.callersDeliver = sync;
		this.stall = new Stall(pending, turn, slot, stallNanos);
		this.pause = new Pause(pending, turn, slot);
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
	 * Returns whether lines may gather before they are written, because no caller waits
	 * for them.
	 * @return whether only the file thread writes to a file that is writable
	 */
	boolean mayLinesGather() {
		return !this.callersDeliver && !this.closing && this.slot.isWritable();
	}

	/**
	 * Returns whether callers should wait for the file. A stall that is detected here
	 * stops callers from writing, so that the file thread writes what piles up.
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

	/**
	 * Returns whether callers should wait for room in a full buffer.
	 * @return whether there will be room soon for a line that is taken then
	 */
	boolean isRoomToBeHad() {
		return this.takesLines && isWritable();
	}

	long stalledFor() {
		return this.stall.lasted(this.callersWrite);
	}

	long stallNanos() {
		return this.stall.limit();
	}

	/**
	 * Starts to measure how long pending lines wait for the file thread.
	 */
	void noteWaiting() {
		if (!this.callersWrite) {
			this.stall.beginWaiting();
		}
	}

	/**
	 * Decides whether a caller waits for the line that it has just added. Must be called
	 * only if the caller has not taken the turn.
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

	/**
	 * Stops callers from writing to a file that is reserved for the file thread. They go
	 * on to wait for their lines.
	 */
	void letFileThreadPrepare() {
		if (this.slot.isReserved()) {
			stopCallers();
			noteWaiting();
		}
	}

	void stopCallers() {
		this.callersWrite = false;
	}

	/**
	 * Allows callers to write again if the file is writable and every pending line has a
	 * caller that waits for it.
	 * @return whether callers may write
	 */
	boolean letCallersWrite() {
		this.callersWrite = this.callersDeliver && this.takesLines && !this.closing && this.slot.isWritable()
				&& isAllAttended();
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

	/**
	 * Takes no more lines. Those that are pending are left to the file thread.
	 */
	void pause() {
		this.pause.begin();
		this.takesLines = false;
		this.callersWrite = false;
		noteWaiting();
	}

	void resume() {
		this.pause.end();
		this.takesLines = !this.closed;
		noteWaiting();
	}

	Pause pauseInProgress() {
		return this.pause;
	}

	boolean takesLines() {
		return this.takesLines;
	}

	boolean isClosing() {
		return this.closing;
	}

	void close() {
		this.closed = true;
		this.takesLines = false;
		this.callersWrite = false;
	}

	boolean isClosed() {
		return this.closed;
	}

}
