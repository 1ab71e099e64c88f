package io.netraven.logging.file.queue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.GapEncoder;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.buffer.PendingLines;
import io.netraven.logging.file.concurrent.AdaptiveLock;
import io.netraven.logging.file.concurrent.Signal;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.live.LiveFile;
import org.jspecify.annotations.Nullable;

/**
 * The one short lock of the engine and what it guards: the lines that wait, the file they
 * go to and the turn to write them. Callers come in by {@link CallerSide}, the file
 * thread by {@link FileThreadSide}; both write here. The lock is never held over a system
 * call, an encode or a log call.
 *
 * @author NetRaven maintainers
 */
public final class QueueMonitor {

	final AdaptiveLock lock = new AdaptiveLock();

	final PendingLines pending;

	final WriteTurn turn = new WriteTurn();

	final FileSlot slot = new FileSlot();

	final ParkedCallers waiters;

	final TurnRules rules;

	private final Signal fileThread = new Signal();

	private final WriteCounters counters = new WriteCounters();

	private final String path;

	private final GapEncoder gapEncoder;

	/**
	 * What is wrong if a write ends in neither success nor an exception of the disk.
	 */
	private final WriteDiagnosis brokenOff;

	/**
	 * Up to which position lines are written. Only grows; changes under the lock, and is
	 * read without it by callers that wait.
	 */
	private volatile long written;

	public QueueMonitor(LogFileSettings settings, Duration stall, GapEncoder gapEncoder) {
		this.path = settings.file();
		this.brokenOff = IoProblems.brokenOff(this.path);
		this.gapEncoder = gapEncoder;
		this.pending = new PendingLines(settings.bufferSize());
		this.waiters = new ParkedCallers(this.fileThread);
		this.rules = new TurnRules(settings.delivery() == Delivery.SYNC, stall.toNanos(), this.pending, this.turn,
				this.slot, this.waiters, this.counters, this.fileThread);
	}

	public Signal fileThread() {
		return this.fileThread;
	}

	long put(byte[] line) {
		if (this.pending.isEmpty()) {
			this.rules.noteWaiting();
		}
		return this.pending.add(line);
	}

	void drop() {
		this.counters.linesLost++;
		if (!this.rules.isClosed()) {
			WriteFailure cause = this.slot.failure();
			this.pending.drop(Instant.now(), (cause != null) ? cause.diagnosis().reason()
					: (this.slot.isOpen()) ? "the volume is too slow" : "the file is not open yet");
			this.rules.leaveAllUnattended();
		}
	}

	void takeTurn() {
		this.turn.take(this.pending, this.slot.file(), System.nanoTime());
	}

	/**
	 * Write the batch of the turn, and end the turn. Called by its holder, without the
	 * lock.
	 */
	void write() {
		Batch batch = this.turn.batch();
		LiveFile target = this.turn.file();
		WriteDiagnosis problem = this.brokenOff;
		try {
			batch.assemble(this.gapEncoder);
			target.write(batch);
			problem = null;
		}
		catch (IOException ex) {
			problem = IoProblems.of(this.path, ex);
		}
		finally {
			finish(batch, target, problem);
		}
	}

	private void finish(Batch batch, LiveFile target, @Nullable WriteDiagnosis problem) {
		Wakeups wake;
		this.lock.lock();
		try {
			if (this.turn.isGivenUp(batch)) {
				this.slot.retire(target);
				return;
			}
			if (problem != null) {
				this.slot.tear(batch, problem);
				this.rules.stopCallers();
			}
			else {
				landed(batch.length(), target);
				batch.clear();
			}
			boolean fileThreadIsDue = releaseTurn() || target.size().isFull();
			wake = this.waiters.takeWritten((problem != null) ? Long.MAX_VALUE : this.written);
			wake = (fileThreadIsDue) ? new Wakeups(null, this.fileThread, wake) : wake;
			wake = this.rules.passTheTurnOn(this.written, wake);
		}
		finally {
			this.lock.unlock();
		}
		Wakeups.all(wake);
	}

	void landed(int bytes, LiveFile target) {
		int lines = this.pending.remove(bytes);
		this.counters.written(lines, bytes, this.turn.since());
		target.countLines(lines);
		this.rules.noteLanded(lines);
		this.written = this.pending.head();
	}

	private boolean releaseTurn() {
		this.turn.release();
		this.rules.noteWaiting();
		return adoptOffered();
	}

	boolean adoptOffered() {
		boolean adopted = this.turn.isFree() && this.slot.adoptOffered(this.pending.isInsideLine());
		if (adopted) {
			this.pending.rewindHead();
		}
		return adopted;
	}

	/**
	 * From now on only the file thread writes.
	 */
	public void closing() {
		locked(() -> {
			this.rules.closing();
			return true;
		});
		this.fileThread.raise();
	}

	/**
	 * Callers may write again: the closing is over.
	 */
	public void goOn() {
		locked(() -> {
			this.rules.goOn();
			return true;
		});
		this.fileThread.raise();
	}

	/**
	 * Take no more lines. What is pending is lost.
	 */
	public void close() {
		Wakeups.all(locked(() -> {
			this.rules.close();
			this.counters.linesLost += this.pending.lines();
			return this.waiters.takeWritten(Long.MAX_VALUE);
		}));
	}

	long written() {
		return this.written;
	}

	public boolean isWritten(long position) {
		return this.written >= position;
	}

	boolean isTurnFree() {
		return this.turn.isFree();
	}

	public QueueFacts facts() {
		return locked(() -> new QueueFacts(this.slot.isOpen(), this.rules.isClosed(), this.slot.failure(),
				this.rules.stalledFor(), this.rules.stallNanos(), this.pending.tail(), this.written,
				this.pending.isHalfFull(), this.pending.lines(), this.pending.bytes(), this.counters.linesWritten,
				this.counters.bytesWritten, this.counters.linesLost, this.counters.unconfirmed,
				this.counters.lastWrite));
	}

	<T extends @Nullable Object> T locked(Supplier<T> action) {
		this.lock.lock();
		try {
			return action.get();
		}
		finally {
			this.lock.unlock();
		}
	}

}
