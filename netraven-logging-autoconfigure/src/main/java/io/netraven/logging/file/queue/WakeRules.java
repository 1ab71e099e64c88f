package io.netraven.logging.file.queue;

import io.netraven.logging.file.buffer.PendingLines;
import io.netraven.logging.file.concurrent.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Decides which thread is woken to take the turn to write. All methods must be called
 * with the lock of the {@link QueueMonitor} held.
 * <p>
 * Invariant: while lines are pending and the turn is free, some thread is awake that will
 * take it. That is the caller of the oldest line unless it is parked; a parked one is
 * woken; if no caller waits for the line it is the file thread, which is woken or
 * lingers.
 */
final class WakeRules {

	private final PendingLines pending;

	private final WriteTurn turn;

	private final FileSlot slot;

	private final ParkedCallers parked;

	private final TurnRules rules;

	private final Linger linger;

	private final Signal fileThread;

	WakeRules(PendingLines pending, WriteTurn turn, FileSlot slot, ParkedCallers parked, TurnRules rules,
			Signal fileThread) {
		this.pending = pending;
		this.turn = turn;
		this.slot = slot;
		this.parked = parked;
		this.rules = rules;
		this.linger = new Linger(pending, turn);
		this.fileThread = fileThread;
	}

	/**
	 * Returns whether the file thread has to be woken for a line that was just added.
	 * @return whether no other thread that is awake will write it soon
	 */
	boolean needsFileThread() {
		if (this.rules.doCallersWrite()) {
			return false;
		}
		if (!this.slot.isOpen()) {
			return this.pending.isHalfFull();
		}
		return this.slot.isWritable() && this.turn.isFree() && (!this.linger.lingers() || this.pending.isHalfFull());
	}

	boolean isFileThreadDue() {
		return !this.pending.isEmpty() && (!this.rules.mayLinesGather() || this.linger.isOver());
	}

	/**
	 * Lets the file thread pause. Must be called when it has nothing to write.
	 * @return the threads to wake in its place
	 */
	@Nullable Wakeups pauseFileThread() {
		return this.linger.begin(this.rules.mayLinesGather()) ? null : passTheTurnOn(null);
	}

	boolean lingers() {
		return this.linger.lingers();
	}

	/**
	 * Decides which threads are woken at the end of a turn.
	 * @param fileThreadIsDue whether there is other work for the file thread
	 * @param failed whether the write has failed: no caller waits any longer then
	 * @return the threads to wake
	 */
	@Nullable Wakeups afterTurn(boolean fileThreadIsDue, boolean failed) {
		this.rules.noteWaiting();
		Wakeups wakeups = (failed) ? this.parked.takeAll() : this.parked.takeWritten(this.turn.written());
		if (fileThreadIsDue) {
			wakeups = new Wakeups(null, this.fileThread, wakeups);
		}
		return passTheTurnOn(wakeups);
	}

	/**
	 * Ensures that a thread is awake that will write the pending lines.
	 * @param wakeups the threads to wake in any case
	 * @return the threads to wake
	 */
	@Nullable Wakeups passTheTurnOn(@Nullable Wakeups wakeups) {
		if (this.pending.isEmpty() || !this.turn.isFree()) {
			return wakeups;
		}
		if (!this.rules.doCallersWrite() || !this.rules.isAllAttended()) {
			return new Wakeups(null, this.fileThread, wakeups);
		}
		return this.parked.take(this.turn.written() + 1, wakeups);
	}

}
