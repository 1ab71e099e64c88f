package io.netraven.logging.file.queue;

import io.netraven.logging.file.buffer.PendingLines;
import io.netraven.logging.file.concurrent.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Who may take the turn to write, and who is woken to take it. All methods must be called
 * with the lock of the {@link QueueMonitor} held.
 * <p>
 * While lines are pending and the turn is free, somebody awake will take it: the caller
 * of the oldest line unless it is parked, else a caller that is woken, else the file
 * thread, which is woken too or lingers.
 *
 * @author NetRaven maintainers
 */
final class TurnRules {

	private final PendingLines pending;

	private final WriteTurn turn;

	private final FileSlot slot;

	private final ParkedCallers parked;

	private final WriteCounters counters;

	private final Signal fileThread;

	private final boolean callersDeliver;

	private final long stallNanos;

	private final Linger linger;

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
	 * Since when the pending lines wait for the file thread to take the turn.
	 */
	private long waitingSince;

	private boolean closing;

	private boolean closed;

	TurnRules(PendingLines pending, WriteTurn turn, FileSlot slot, ParkedCallers parked, WriteCounters counters,
			Signal fileThread, boolean callersDeliver, long stallNanos) {
		this.pending = pending;
		this.turn = turn;
		this.slot = slot;
		this.parked = parked;
		this.counters = counters;
		this.fileThread = fileThread;
		this.callersDeliver = callersDeliver;
		this.stallNanos = stallNanos;
		this.linger = new Linger(pending, turn);
	}

	boolean mayCallerTakeTurn() {
		return this.callersWrite && this.turn.isFree();
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
		if (stalledFor() > this.stallNanos) {
			this.callersWrite = false;
			return false;
		}
		return true;
	}

	/**
	 * Returns for how long the write in progress has lasted, or lines for an open file
	 * have waited for a turn.
	 * @return nanoseconds
	 */
	long stalledFor() {
		if (!this.turn.isFree()) {
			return this.turn.lasted(System.nanoTime());
		}
		boolean waiting = this.slot.isOpen() && !this.callersWrite && !this.pending.isEmpty();
		return (waiting) ? System.nanoTime() - this.waitingSince : 0;
	}

	long stallNanos() {
		return this.stallNanos;
	}

	/**
	 * Decides about a line that was just added and whose caller has not taken the turn.
	 * @param position the position of the line
	 * @return whether its caller waits; otherwise the line is left to the file thread
	 */
	boolean doesCallerWait(long position) {
		if (!this.callersWrite && this.pending.head() == position - 1) {
			this.waitingSince = System.nanoTime();
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

	void leaveAllUnattended() {
		this.unattended = this.pending.tail();
	}

	boolean needsFileThread() {
		if (this.callersWrite) {
			return false;
		}
		if (!this.slot.isOpen()) {
			return this.pending.isHalfFull();
		}
		return this.slot.isWritable() && this.turn.isFree() && (!this.linger.lingers() || this.pending.isHalfFull());
	}

	boolean isFileThreadDue() {
		return !this.pending.isEmpty() && (!mayLinesGather() || this.closing || this.linger.isOver());
	}

	/**
	 * Lets the file thread pause, which has nothing to write now.
	 * @return whether it looks for lines by itself soon; otherwise it must be woken
	 */
	boolean pauseFileThread() {
		return this.linger.begin(mayLinesGather());
	}

	private boolean mayLinesGather() {
		return !this.callersDeliver && this.slot.isWritable();
	}

	boolean lingers() {
		return this.linger.lingers();
	}

	/**
	 * Decides who is woken at the end of a turn.
	 * @param fileThreadIsDue whether there is other work for the file thread
	 * @param failed whether the write has failed: nobody waits any longer
	 * @return whom to wake
	 */
	@Nullable Wakeups afterTurn(boolean fileThreadIsDue, boolean failed) {
		if (!this.callersWrite) {
			this.waitingSince = System.nanoTime();
		}
		Wakeups wakeups = (failed) ? this.parked.takeAll() : this.parked.takeWritten(this.turn.written());
		if (fileThreadIsDue) {
			wakeups = new Wakeups(null, this.fileThread, wakeups);
		}
		return passTheTurnOn(wakeups);
	}

	/**
	 * Ensures that somebody awake will write what is pending.
	 * @param wakeups whom to wake anyway
	 * @return whom to wake
	 */
	@Nullable Wakeups passTheTurnOn(@Nullable Wakeups wakeups) {
		if (this.pending.isEmpty() || !this.turn.isFree()) {
			return wakeups;
		}
		if (!this.callersWrite || this.turn.written() < this.unattended) {
			return new Wakeups(null, this.fileThread, wakeups);
		}
		return this.parked.take(this.turn.written() + 1, wakeups);
	}

	void stopCallers() {
		this.callersWrite = false;
	}

	/**
	 * Lets callers write again if every pending line has a caller that waits for it.
	 * @return whether they may
	 */
	boolean letCallersWrite() {
		boolean allAttended = this.turn.written() >= this.unattended;
		this.callersWrite = this.callersDeliver && !this.closing && this.slot.isWritable() && allAttended;
		return this.callersWrite;
	}

	void noteWaiting() {
		if (!this.callersWrite) {
			this.waitingSince = System.nanoTime();
		}
	}

	void closing() {
		this.closing = true;
		this.callersWrite = false;
		noteWaiting();
	}

	void goOn() {
		this.closing = false;
	}

	void close() {
		this.closed = true;
		this.callersWrite = false;
	}

	boolean isClosed() {
		return this.closed;
	}

}
