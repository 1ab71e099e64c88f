package io.netraven.logging.file.queue;

import io.netraven.logging.file.GapEncoder;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.buffer.PendingLines;
import io.netraven.logging.file.live.LiveFile;
import org.jspecify.annotations.Nullable;

/**
 * The file thread's access to the queue. One idea: each method is one step of the file
 * thread, made under one taking of the lock; the state that it changes is in the classes
 * behind the {@link QueueMonitor}. Thread-safe.
 */
public final class FileThreadSide {

	private final QueueMonitor queue;

	private final BatchWriter writer;

	public FileThreadSide(QueueMonitor queue, LogFileSettings settings, GapEncoder gapEncoder) {
		this.queue = queue;
		this.writer = new BatchWriter(queue, settings.file(), gapEncoder);
	}

	/**
	 * Takes the turn if lines are pending that no caller will write. Otherwise allows
	 * callers to write again, and wakes whichever thread has to write.
	 * @return whether the calling thread holds the turn
	 */
	public boolean takeTurn() {
		@Nullable Wakeups wakeups;
		synchronized (this.queue) {
			if (!this.queue.turn.isFree() || !this.queue.slot.canBeTried() || this.queue.rules.isClosed()
					|| this.queue.rules.pauseInProgress().isFileLeftAlone()) {
				return false;
			}
			this.queue.slot.failure().endIfRecovered(this.queue.turn.written());
			if (!this.queue.rules.letCallersWrite() && this.queue.wakeRules.isFileThreadDue()) {
				this.queue.takeTurn();
				return true;
			}
			wakeups = this.queue.wakeRules.pauseFileThread();
		}
		Wakeups.all(wakeups);
		return false;
	}

	/**
	 * Writes the batch of the turn. Must be called by the holder of the turn.
	 */
	public void write() {
		this.writer.write();
	}

	/**
	 * Ends the phase in which callers do not wait because the application is starting.
	 */
	public void endStart() {
		synchronized (this.queue) {
			this.queue.rules.endStart();
		}
	}

	/**
	 * Ends the turn of the calling thread if it still holds one.
	 */
	public void breakOffIfMine() {
		this.writer.breakOffIfMine();
	}

	/**
	 * Returns how long the file thread may pause unless it is woken.
	 * @return the maximum pause in nanoseconds
	 */
	public long longestPause() {
		synchronized (this.queue) {
			return (this.queue.wakeRules.lingers() && !this.queue.rules.pauseInProgress().isActive()) ? Linger.NANOS
					: Long.MAX_VALUE;
		}
	}

	public QueueFacts facts() {
		return this.queue.facts();
	}

	/**
	 * Returns whether the write in progress has lasted too long. Lines that wait for the
	 * file thread do not matter here, because the file thread itself asks.
	 * @return whether there is a write that has not returned in time
	 */
	public boolean isWriteStalled() {
		synchronized (this.queue) {
			return this.queue.turn.lasted(System.nanoTime()) > this.queue.rules.stallNanos();
		}
	}

	/**
	 * Switches to another file before the next turn.
	 * @param next the open file
	 * @param reserved whether no turn is taken on it until {@link #release}
	 */
	public void offer(LiveFile next, boolean reserved) {
		synchronized (this.queue) {
			this.queue.slot.offer(next, reserved);
			this.queue.adoptOffered();
		}
	}

	/**
	 * Returns whether a file is reserved for the calling thread: nobody writes to it, nor
	 * to the former one any more.
	 * @param next the file
	 * @return whether the thread may write to it without a turn
	 */
	public boolean isReserved(LiveFile next) {
		synchronized (this.queue) {
			return this.queue.slot.isReserved() && this.queue.slot.current() == next;
		}
	}

	/**
	 * Allows turns on a reserved file. Must be followed by {@link #takeTurn}.
	 */
	public void release() {
		synchronized (this.queue) {
			this.queue.slot.release();
		}
	}

	/**
	 * Returns whether a file was offered and waits for the end of a turn on the former
	 * one.
	 * @param next the file
	 * @return whether the former file may still be written to
	 */
	public boolean isOffered(LiveFile next) {
		synchronized (this.queue) {
			return this.queue.slot.isOffered(next);
		}
	}

	/**
	 * Records that the file cannot be opened or examined. Callers stop waiting for it.
	 * @param problem what is wrong
	 */
	public void fail(WriteDiagnosis problem) {
		@Nullable Wakeups wakeups;
		synchronized (this.queue) {
			this.queue.slot.failure().begin(problem);
			this.queue.rules.stopCallers();
			wakeups = this.queue.parked.takeAll();
		}
		Wakeups.all(wakeups);
	}

	/**
	 * Starts writing, or resumes it after a failure.
	 * @param next the open file
	 * @param torn the batch of the failed write, or {@code null}
	 * @param landed how many of its bytes are in the file that it was written to
	 * @param goesOn whether writing continues with the next byte; otherwise the oldest
	 * line is written again from its beginning
	 * @return {@code false} if nothing was changed, because a turn is or was taken on the
	 * former file since {@code torn} was read
	 */
	public boolean resume(LiveFile next, @Nullable Batch torn, int landed, boolean goesOn) {
		synchronized (this.queue) {
			if (!this.queue.turn.isFree() || this.queue.slot.torn() != torn) {
				return false;
			}
			PendingLines pending = this.queue.pending;
			if (torn != null && landed > 0) {
				this.queue.landed(pending.removePart(landed), landed, this.queue.slot.file());
			}
			this.queue.slot.resume(next, pending.tail(), !goesOn && pending.isInsideLine());
			if (!goesOn) {
				pending.rewindHead();
			}
			this.queue.rules.noteWaiting();
			return true;
		}
	}

	/**
	 * Revokes the turn of a thread whose write does not return. Must be called only if
	 * the path no longer names the file of that write. The batch is written again.
	 * @param next the file that the path names, open
	 * @param atLeast minimum time in nanoseconds that the write must have lasted
	 * @return whether the turn was revoked
	 */
	public boolean giveTurnUp(LiveFile next, long atLeast) {
		synchronized (this.queue) {
			Thread holder = this.queue.turn.holder();
			if (holder == null || this.queue.turn.lasted(System.nanoTime()) < atLeast) {
				return false;
			}
			this.queue.givenUp.add(holder, this.queue.turn.file());
			this.queue.turn.giveUp();
			this.queue.slot.replaceHung(next, this.queue.pending.tail());
			this.queue.pending.leaveHead();
			this.queue.pending.rewindHead();
			this.queue.rules.stopCallers();
			this.queue.rules.leaveAll();
			return true;
		}
	}

	public @Nullable LiveFile current() {
		synchronized (this.queue) {
			return this.queue.slot.current();
		}
	}

	public @Nullable LiveFile currentIfUnused() {
		synchronized (this.queue) {
			return this.queue.turn.isFree() ? this.queue.slot.current() : null;
		}
	}

	public @Nullable Batch torn() {
		synchronized (this.queue) {
			return this.queue.slot.torn();
		}
	}

	/**
	 * Removes a file that no turn uses any longer. The caller must close it.
	 * @return the file, or {@code null} if there is none
	 */
	public @Nullable LiveFile pollRetired() {
		synchronized (this.queue) {
			return this.queue.slot.retired().poll();
		}
	}

}
