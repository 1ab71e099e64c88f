package io.netraven.logging.file;

import java.time.Instant;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What the one short lock guards: the lines that wait, the file they go to, the turn to
 * write them, and the rules of who may take it. The lock is never held over a system
 * call, an encode or a log call. Every method but {@link #locked} wants it held.
 *
 * @author NetRaven maintainers
 */
final class QueueState {

	final BriefLock lock = new BriefLock();

	final PendingLines pending;

	final WriteTurn turn = new WriteTurn();

	final FileSlot slot = new FileSlot();

	final Waiters waiters;

	final FileThreadLooks looks;

	final WriteCounters counters = new WriteCounters();

	private final boolean callersDeliver;

	private final long stallNanos;

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
	 * Since when the lines that are pending wait for the file thread to take the turn.
	 */
	private long waitingSince;

	/**
	 * Whether the latest batch had lines of several callers, who are about to come back
	 * with their next ones.
	 */
	private boolean inCompany;

	private boolean closing;

	private boolean closed;

	/**
	 * Up to which position lines are written. Only grows; changes under the lock, and is
	 * read without it by callers that wait.
	 */
	private volatile long written;

	QueueState(LogFileSettings settings, TimeLimits limits, Signal fileThread) {
		this.callersDeliver = settings.delivery() == Delivery.SYNC;
		this.stallNanos = limits.stall().toNanos();
		this.pending = new PendingLines(settings.bufferSize());
		this.looks = new FileThreadLooks(this.callersDeliver, this.pending, this.slot, this.turn);
		this.fileThread = fileThread;
		this.waiters = new Waiters(fileThread);
	}

	/**
	 * Look whether it makes sense to wait for the file. A stall that shows here ends the
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
	private long stalledFor() {
		if (!this.turn.isFree()) {
			return this.turn.lasted(System.nanoTime());
		}
		boolean waiting = this.slot.isOpen() && !this.callersWrite && !this.pending.isEmpty();
		return (waiting) ? System.nanoTime() - this.waitingSince : 0;
	}

	boolean callersDeliver() {
		return this.callersDeliver;
	}

	boolean mayCallerTakeTurn() {
		return this.callersWrite && this.turn.isFree();
	}

	/**
	 * Whether a caller that has just added its line should leave the turn to the next
	 * one, who then writes both lines at once.
	 * @return whether the next one is likely to come before the caller is tired of it
	 */
	boolean isNextCallerDue() {
		return this.inCompany && this.pending.lines() == 1;
	}

	void takeTurn(Writer writer) {
		this.turn.take(this.pending, writer, this.slot.file(), System.nanoTime());
	}

	/**
	 * End the turn.
	 * @return whether its file is not used any more, so that the file thread closes it
	 */
	boolean releaseTurn() {
		this.turn.release();
		noteWaiting();
		return adoptOffered();
	}

	void noteWaiting() {
		if (!this.callersWrite) {
			this.waitingSince = System.nanoTime();
		}
	}

	boolean hasRoomFor(byte[] line, boolean hasWaited) {
		return (hasWaited) ? this.pending.hasRoomFor(line) : this.pending.hasRoomForNewcomer(line);
	}

	long put(byte[] line) {
		if (this.pending.isEmpty()) {
			noteWaiting();
		}
		return this.pending.add(line);
	}

	void drop() {
		this.counters.linesLost++;
		if (!this.closed) {
			WriteFailure cause = this.slot.failure();
			this.pending.drop(Instant.now(), (cause != null) ? cause.diagnosis().reason()
					: (this.slot.isOpen()) ? "the volume is too slow" : "the file is not open yet");
			leaveAllUnattended();
		}
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
		return this.slot.takesLines() && this.turn.isFree() && this.looks.mustBeWoken();
	}

	/**
	 * See to it that somebody awake will write what is pending.
	 * @param wake whom to wake anyway
	 * @return whom to wake
	 */
	@Nullable Wake passTheTurnOn(@Nullable Wake wake) {
		if (this.pending.isEmpty() || !this.turn.isFree()) {
			return wake;
		}
		if (this.callersWrite && !this.waiters.isEmpty()) {
			return this.waiters.takeOldest(wake);
		}
		if (!this.callersWrite || this.written < this.unattended) {
			return new Wake(null, this.fileThread, wake);
		}
		return wake;
	}

	void stopCallers() {
		this.callersWrite = false;
	}

	/**
	 * Let callers write again if nothing is pending that nobody waits for.
	 * @return whether they may
	 */
	boolean letCallersWrite() {
		boolean allAttended = this.written >= this.unattended;
		this.callersWrite = this.callersDeliver && !this.closing && this.slot.takesLines() && allAttended;
		return this.callersWrite;
	}

	void landed(int bytes, ActiveFile target) {
		int lines = this.pending.remove(bytes);
		this.counters.written(lines, bytes, this.turn.since());
		target.countLines(lines);
		this.inCompany = lines > 1;
		this.written = this.pending.head();
	}

	boolean adoptOffered() {
		boolean adopted = this.turn.isFree() && this.slot.adoptOffered(this.pending.isInsideLine());
		if (adopted) {
			this.pending.rewindHead();
		}
		return adopted;
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
		this.counters.linesLost += this.pending.lines();
	}

	boolean isClosing() {
		return this.closing;
	}

	boolean isClosed() {
		return this.closed;
	}

	long written() {
		return this.written;
	}

	QueueFacts facts() {
		return new QueueFacts(this.slot.isOpen(), this.closed, this.slot.failure(), stalledFor(), this.stallNanos,
				this.pending.tail(), this.written, this.pending.isHalfFull(), this.pending.lines(),
				this.pending.bytes(), this.counters.copy());
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
