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
 * The one lock of the engine, and what it guards: the lines that wait, the file they go
 * to and the turn to write them. Callers come in by {@link CallerSide}, the file thread
 * by {@link FileThreadSide}.
 * <p>
 * The lock is this object's monitor. It is never held over a system call, an encode or a
 * log call, and no error can strike between taking it and the block that releases it.
 *
 * @author NetRaven maintainers
 */
public final class QueueMonitor {

	@GuardedBy("this")
	final PendingLines pending;

	final WriteTurn turn = new WriteTurn();

	@GuardedBy("this")
	final FileSlot slot = new FileSlot();

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
	 * Returns what wakes the file thread. Thread-safe.
	 * @return the signal
	 */
	public Signal fileThread() {
		return this.fileThread;
	}

	/**
	 * Returns the gaps whose record is in the file, for the listener. Thread-safe.
	 * @return a queue
	 */
	public Queue<Gap> markedGaps() {
		return this.markedGaps;
	}

	/**
	 * Takes the turn, which must be free. Must be called with the lock held.
	 */
	@GuardedBy("this")
	void takeTurn() {
		this.turn.take(this.pending, this.slot.file());
	}

	/**
	 * Ends the turn without success. Allocates nothing. Must be called with the lock
	 * held.
	 * @param problem what is wrong
	 */
	@GuardedBy("this")
	void failTurn(WriteDiagnosis problem) {
		this.turn.release();
		this.slot.tear(this.turn.batch(), problem);
		this.rules.stopCallers();
	}

	/**
	 * Ends a turn whose holder will not. Must be called with the lock held.
	 * @param problem what is wrong if its batch is not written
	 */
	@GuardedBy("this")
	void endLostTurn(WriteDiagnosis problem) {
		Batch batch = this.turn.batch();
		if (batch.isWritten()) {
			this.turn.release();
			landed(this.pending.remove(batch), batch.length(), this.turn.file());
		}
		else {
			failTurn(problem);
		}
	}

	/**
	 * Counts lines that are written. Must be called with the lock held.
	 * @param lines how many
	 * @param bytes how many bytes they have
	 * @param target the file that has them
	 */
	@GuardedBy("this")
	void landed(int lines, int bytes, LiveFile target) {
		this.counters.written(lines, bytes, this.turn.since());
		target.countLines(lines);
		this.turn.written(this.pending.head());
	}

	/**
	 * Goes over to the file that the file thread has offered, if no turn is taken. Must
	 * be called with the lock held.
	 * @return whether there was one: the former file is to be closed by the file thread
	 */
	@GuardedBy("this")
	boolean adoptOffered() {
		boolean adopted = this.slot.hasOffered() && this.turn.isFree()
				&& this.slot.adoptOffered(this.pending.isInsideLine());
		if (adopted) {
			this.pending.rewindHead();
		}
		return adopted;
	}

	/**
	 * Lets only the file thread write, and no caller wait, until {@link #goOn}.
	 */
	public synchronized void starting() {
		this.rules.starting();
	}

	/**
	 * Lets only the file thread write from now on.
	 */
	public void closing() {
		synchronized (this) {
			this.rules.closing();
		}
		this.fileThread.raise();
	}

	/**
	 * Lets callers write again.
	 */
	public void goOn() {
		synchronized (this) {
			this.rules.goOn();
		}
		this.fileThread.raise();
	}

	/**
	 * Takes no more lines. Pending lines are lost.
	 */
	public void close() {
		@Nullable Wakeups wakeups;
		synchronized (this) {
			this.rules.close();
			this.counters.linesLost += this.pending.lines();
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
		return new QueueFacts(this.slot.isOpen(), this.rules.isClosing(), this.rules.isClosed(),
				this.slot.failure().asFact(), !this.turn.isFree(), this.rules.stalledFor(), this.rules.stallNanos(),
				this.pending.tail(), this.turn.written(), this.pending.isHalfFull(), this.pending.lines(),
				this.pending.bytes(), this.counters.linesWritten, this.counters.bytesWritten, this.counters.linesLost,
				this.counters.unconfirmed, this.counters.lastWrite);
	}

}
