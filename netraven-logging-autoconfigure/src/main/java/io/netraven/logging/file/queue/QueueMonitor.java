package io.netraven.logging.file.queue;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.Gap;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.buffer.PendingLines;
import io.netraven.logging.file.concurrent.Signal;
import io.netraven.logging.file.live.LiveFile;
import org.jspecify.annotations.Nullable;

/**
 * The single lock of the engine. One idea: everything that this lock guards hangs here,
 * so that there is one place that says so; the rules are in the classes that are guarded.
 * Callers enter by {@link CallerSide}, the file thread by {@link FileThreadSide}.
 * <p>
 * The lock is the monitor of this object. It is never held during a system call, an
 * encoding or a log call, and no error can occur between taking it and the block that
 * releases it.
 */
public final class QueueMonitor {

	@GuardedBy("this")
	final PendingLines pending;

	final WriteTurn turn = new WriteTurn();

	@GuardedBy("this")
	final FileSlot slot = new FileSlot();

	@GuardedBy("this")
	final GivenUpTurns givenUp = new GivenUpTurns(this.slot);

	@GuardedBy("this")
	final ParkedCallers parked;

	@GuardedBy("this")
	final WriteCounters counters = new WriteCounters();

	@GuardedBy("this")
	final TurnRules rules;

	@GuardedBy("this")
	final WakeRules wakeRules;

	private final Signal fileThread = new Signal();

	private final Queue<Gap> markedGaps = new ConcurrentLinkedQueue<>();

	public QueueMonitor(LogFileSettings settings, Duration stall) {
		this.pending = new PendingLines(settings.bufferSize());
		this.parked = new ParkedCallers(this.fileThread);
		this.rules = new TurnRules(this.pending, this.turn, this.slot, this.counters,
				settings.delivery() == Delivery.SYNC, stall.toNanos());
		this.wakeRules = new WakeRules(this.pending, this.turn, this.slot, this.parked, this.rules, this.fileThread);
	}

	/**
	 * Returns the signal that wakes the file thread. Thread-safe.
	 * @return the signal
	 */
	public Signal fileThread() {
		return this.fileThread;
	}

	/**
	 * Returns the gaps whose records are in the file and that the listener has not been
	 * told of yet. Thread-safe.
	 * @return a concurrent queue
	 */
	public Queue<Gap> markedGaps() {
		return this.markedGaps;
	}

	/**
	 * Takes the turn. Must be called with the lock held, while the turn is free and lines
	 * are pending.
	 */
	@GuardedBy("this")
	void takeTurn() {
		Batch former = this.turn.batch();
		if (former.isLeftBehind()) {
			remove(former);
		}
		this.turn.take(this.pending, this.slot.file());
	}

	/**
	 * Ends the turn. What is written of its batch is never written again, whatever has
	 * struck its holder since. Allocates nothing. Must be called with the lock held.
	 * @param problem what is wrong if the batch is not written
	 * @return whether the batch is written
	 */
	@GuardedBy("this")
	boolean endTurn(WriteDiagnosis problem) {
		Batch batch = this.turn.batch();
		this.turn.release();
		if (batch.isWritten()) {
			remove(batch);
			return true;
		}
		this.rules.stopCallers();
		this.slot.tear(batch, problem);
		return false;
	}

	@GuardedBy("this")
	private void remove(Batch written) {
		landed(this.pending.remove(written), written.length(), this.turn.file());
		written.clear();
	}

	/**
	 * Counts lines that were written. Must be called with the lock held.
	 * @param lines the number of lines
	 * @param bytes the number of bytes
	 * @param target the file that they were written to
	 */
	@GuardedBy("this")
	void landed(int lines, int bytes, LiveFile target) {
		this.counters.written(lines, bytes, this.turn.since());
		target.countLines(lines);
		this.turn.written(this.pending.head());
	}

	/**
	 * Switches to the file that the file thread has offered, if the turn is free. Must be
	 * called with the lock held.
	 * @return whether it was switched to: the file thread has to close the former one
	 */
	@GuardedBy("this")
	boolean adoptOffered() {
		if (!this.slot.hasOffered() || !this.turn.isFree()) {
			return false;
		}
		this.slot.continueIfSame();
		boolean adopted = this.slot.adoptOffered(this.pending.isInsideLine());
		if (adopted) {
			this.pending.rewindHead();
			this.rules.letFileThreadPrepare();
		}
		return adopted;
	}

	/**
	 * Lets only the file thread write, and no caller wait for its line, until
	 * {@link #goOn}.
	 */
	public synchronized void starting() {
		this.rules.starting();
	}

	/**
	 * Lets only the file thread write, until {@link #goOn}.
	 */
	public void closing() {
		synchronized (this) {
			this.rules.closing();
		}
		this.fileThread.raise();
	}

	/**
	 * Allows callers to write again, if delivery is synchronous.
	 */
	public void goOn() {
		synchronized (this) {
			this.rules.goOn();
		}
		this.fileThread.raise();
	}

	/**
	 * Leaves lines out of the file until {@link #resume}. Those that are pending are
	 * still written if the file is writable.
	 */
	public void pause() {
		synchronized (this) {
			this.rules.pause();
		}
		this.fileThread.raise();
	}

	public void resume() {
		synchronized (this) {
			this.rules.resume();
		}
		this.fileThread.raise();
	}

	/**
	 * Has the pending lines written even during a pause.
	 */
	public synchronized void writePending() {
		this.rules.pauseInProgress().writePending();
	}

	/**
	 * Rejects lines from now on. Pending lines are counted as lost.
	 */
	public void close() {
		@Nullable Wakeups wakeups;
		synchronized (this) {
			if (!this.rules.isClosed()) {
				this.rules.close();
				this.counters.linesLost += this.pending.lines();
			}
			wakeups = this.parked.takeAll();
		}
		Wakeups.all(wakeups);
	}

	public synchronized void countLost() {
		this.counters.linesLost++;
	}

	public boolean isWritten(long position) {
		return this.turn.written() >= position;
	}

	public synchronized QueueFacts facts() {
		LiveFile file = this.slot.current();
		return new QueueFacts(this.slot.isOpen(), this.rules.isClosing(), this.rules.isClosed(),
				this.slot.failure().asFact(), !this.turn.isFree(), this.rules.stalledFor(), this.rules.stallNanos(),
				this.pending.tail(), this.turn.written(), this.pending.isHalfFull(), this.pending.lines(),
				this.pending.bytes(), this.counters.linesWritten, this.counters.bytesWritten, this.counters.linesLost,
				this.counters.unconfirmed, this.counters.lastWrite, this.slot.failure().count(),
				(file != null) ? file.size().end() : 0, this.rules.pauseInProgress().isFileLeftAlone(),
				this.rules.pauseInProgress().since(), this.counters.linesLeftOut);
	}

}
