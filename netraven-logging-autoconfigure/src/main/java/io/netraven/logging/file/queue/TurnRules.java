package io.netraven.logging.file.queue;

import io.netraven.logging.file.buffer.PendingLines;
import io.netraven.logging.file.concurrent.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Who may take the turn to write, and who is woken to take it. Guarded by the lock of the
 * {@link QueueMonitor}.
 *
 * @author NetRaven maintainers
 */
final class TurnRules {

	private final boolean callersDeliver;

	private final long stallNanos;

	private final PendingLines pending;

	private final WriteTurn turn;

	private final FileSlot slot;

	private final ParkedCallers waiters;

	private final WriteCounters counters;

	private final Linger linger;

	private final Signal fileThread;

	/**
	 * Whether callers may take the turn: only in WRITING, and only once the lines that
	 * nobody waits for are written.
	 */
	private boolean callersWrite;

	/**
	 * Every pending position above this one has a caller inside {@code append} that takes
	 * the turn if need be. Up to it there may be none: the file thread sees to them.
	 */
	private long unattended;

	/**
	 * Since when the pending lines wait for the file thread to take the turn.
	 */
	private long waitingSince;

	/**
	 * Whether the latest batch had lines of several callers, who are about to come back
	 * with their next ones.
	 */
	private boolean inCompany;

	private boolean closing;

	private boolean closed;

	TurnRules(boolean callersDeliver, long stallNanos, PendingLines pending, WriteTurn turn, FileSlot slot,
			ParkedCallers waiters, WriteCounters counters, Signal fileThread) {
		this.callersDeliver = callersDeliver;
		this.stallNanos = stallNanos;
		this.pending = pending;
		this.turn = turn;
		this.slot = slot;
		this.waiters = waiters;
		this.counters = counters;
		this.linger = new Linger(pending, turn);
		this.fileThread = fileThread;
	}

	/**
	 * Whether it makes sense to wait for the file. A stall that shows here ends the
	 * callers' turns, so that the file thread writes what piles up.
	 * @return whether it does
	 */
	boolean takesLines() {
		if (!this.slot.takesLines() || this.closed) {
			return false;
		}
		if (stalledFor() > this.stallNanos) {
			this.callersWrite = false;
			return false;
		}
		return true;
	}

	/**
	 * For how long the write in progress lasts, or nobody takes the turn for an open
	 * file.
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

	boolean mayCallerTakeTurn() {
		return this.callersWrite && this.turn.isFree();
	}

	/**
	 * Whether a caller that has just added its line should leave the turn to the next
	 * one, who then writes both lines at once.
	 * @return whether the next one is likely to come soon
	 */
	boolean isNextCallerDue() {
		return this.inCompany && this.pending.lines() == 1;
	}

	/**
	 * Whether a line that was just added has a caller who waits for it.
	 * @return {@code false} if nobody waits: the line is left to the file thread
	 */
	boolean doesCallerWait() {
		return this.callersDeliver && takesLines();
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
		return !this.callersDeliver && this.slot.takesLines();
	}

	boolean lingers() {
		return this.linger.lingers();
	}

	void noteWaiting() {
		if (!this.callersWrite) {
			this.waitingSince = System.nanoTime();
		}
	}

	void noteLanded(int lines) {
		this.inCompany = lines > 1;
	}

	/**
	 * Leave a line to the file thread: its caller returns before it is written.
	 * @param position of the line
	 */
	void leave(long position) {
		if (!this.callersDeliver) {
			return;
		}
		this.unattended = Math.max(this.unattended, position);
		if (this.slot.isOpen()) {
			this.counters.unconfirmed++;
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
		return this.slot.takesLines() && this.turn.isFree() && (!this.linger.lingers() || this.pending.isHalfFull());
	}

	/**
	 * See to it that somebody awake will write what is pending.
	 * @param written position up to which lines are written
	 * @param wake whom to wake anyway
	 * @return whom to wake
	 */
	@Nullable Wakeups passTheTurnOn(long written, @Nullable Wakeups wake) {
		if (this.pending.isEmpty() || !this.turn.isFree()) {
			return wake;
		}
		if (this.callersWrite && !this.waiters.isEmpty()) {
			return this.waiters.takeOldest(wake);
		}
		if (!this.callersWrite || written < this.unattended) {
			return new Wakeups(null, this.fileThread, wake);
		}
		return wake;
	}

	void stopCallers() {
		this.callersWrite = false;
	}

	/**
	 * Let callers write again if nothing is pending that nobody waits for.
	 * @param written position up to which lines are written
	 * @return whether they may
	 */
	boolean letCallersWrite(long written) {
		boolean allAttended = written >= this.unattended;
		this.callersWrite = this.callersDeliver && !this.closing && this.slot.takesLines() && allAttended;
		return this.callersWrite;
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
	}

	boolean isClosed() {
		return this.closed;
	}

}
