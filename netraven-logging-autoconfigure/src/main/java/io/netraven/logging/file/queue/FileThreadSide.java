package io.netraven.logging.file.queue;

import io.netraven.logging.file.GapEncoder;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.buffer.PendingLines;
import io.netraven.logging.file.live.LiveFile;
import org.jspecify.annotations.Nullable;

/**
 * The file thread's side of the queue: it hands over files that it has opened, says what
 * is wrong with them, and takes the turn for lines that no caller will write.
 * Thread-safe.
 *
 * @author NetRaven maintainers
 */
public final class FileThreadSide {

	private final QueueMonitor queue;

	private final BatchWriter writer;

	public FileThreadSide(QueueMonitor queue, LogFileSettings settings, GapEncoder gapEncoder) {
		this.queue = queue;
		this.writer = new BatchWriter(queue, settings.file(), gapEncoder);
	}

	/**
	 * Takes the turn if there is something that no caller will write. Otherwise callers
	 * may write again, and those that wait for it are woken.
	 * @return whether this thread has the turn
	 */
	public boolean takeTurn() {
		@Nullable Wakeups wakeups;
		synchronized (this.queue) {
			if (!this.queue.turn.isFree() || !this.queue.slot.canBeTried() || this.queue.rules.isClosed()) {
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
	 * Writes the batch of the turn. Must be called by its holder.
	 */
	public void write() {
		this.writer.write();
	}

	/**
	 * Ends the time in which callers do not wait because the application starts.
	 */
	public void endStart() {
		synchronized (this.queue) {
			this.queue.rules.endStart();
		}
	}

	/**
	 * Ends the turn of the calling thread if it still has one.
	 */
	public void breakOffIfMine() {
		this.writer.breakOffIfMine();
	}

	/**
	 * Returns how long the file thread may pause unless it is woken.
	 * @return nanoseconds
	 */
	public long longestPause() {
		synchronized (this.queue) {
			return this.queue.wakeRules.lingers() ? Linger.NANOS : Long.MAX_VALUE;
		}
	}

	public QueueFacts facts() {
		return this.queue.facts();
	}

	/**
	 * Returns whether a write in progress has lasted too long. Lines that merely wait for
	 * the file thread do not count: it asks.
	 * @return whether it does not return
	 */
	public boolean isWriteStalled() {
		synchronized (this.queue) {
			return this.queue.turn.lasted(System.nanoTime()) > this.queue.rules.stallNanos();
		}
	}

	/**
	 * Has the next turn write to another file.
	 * @param next the file, open
	 */
	public void offer(LiveFile next) {
		synchronized (this.queue) {
			this.queue.slot.offer(next);
			this.queue.adoptOffered();
		}
	}

	/**
	 * Notes that the file cannot be opened or looked at. Callers stop waiting for it.
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
	 * Goes on writing after a failure, or begins.
	 * @param next the file, open
	 * @param torn the batch of the write that failed, or {@code null}
	 * @param landed how many of its bytes are in the file that it was written to
	 * @param goesOn whether the next byte follows there; otherwise the oldest line is
	 * written whole
	 * @return {@code false} if there is a turn on the former file, or was one since
	 * {@code torn} was looked at: then nothing changes
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
	 * Takes the turn away from a holder that hangs in a write to another file than the
	 * path names. Its batch is written again.
	 * @param next the file that the path names, open
	 * @param atLeast how many nanoseconds the write must have lasted
	 * @return whether the turn was taken away
	 */
	public boolean giveTurnUp(LiveFile next, long atLeast) {
		synchronized (this.queue) {
			if (this.queue.turn.lasted(System.nanoTime()) < atLeast) {
				return false;
			}
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
	 * Removes a file that no turn uses any more, to close it.
	 * @return the file, or {@code null} if there is none
	 */
	public @Nullable LiveFile pollRetired() {
		synchronized (this.queue) {
			return this.queue.slot.retired().poll();
		}
	}

}
