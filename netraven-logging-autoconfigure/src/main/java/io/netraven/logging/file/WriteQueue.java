package io.netraven.logging.file;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The lines that wait, the file they go to, and the turn to write them. One short lock
 * guards all three; it is never held over a system call, an encode or a log call.
 *
 * @author NetRaven maintainers
 */
final class WriteQueue {

	static final long NO_ROOM = -1;

	static final long NOTHING_TO_WAIT_FOR = 0;

	private final ReentrantLock lock = new ReentrantLock();

	private final String path;

	private final boolean callersDeliver;

	private final long stallNanos;

	private final GapEncoder gapEncoder;

	/**
	 * Raised when there is something to write that no caller will write, and after a
	 * failure.
	 */
	private final Signal fileThread;

	private final PendingLines pending;

	private final WriteTurn turn = new WriteTurn();

	private final FileSlot slot = new FileSlot();

	private final Waiters waiters;

	private final WriteCounters counters = new WriteCounters();

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

	private boolean closing;

	private boolean closed;

	/**
	 * Up to which position lines are written. Only grows; changes under the lock.
	 */
	private volatile long written;

	WriteQueue(LogFileSettings settings, TimeLimits limits, GapEncoder gapEncoder, Signal fileThread) {
		this.path = settings.file();
		this.callersDeliver = settings.delivery() == Delivery.SYNC;
		this.stallNanos = limits.stall().toNanos();
		this.pending = new PendingLines(settings.bufferSize());
		this.gapEncoder = gapEncoder;
		this.fileThread = fileThread;
		this.waiters = new Waiters(fileThread);
	}

	/**
	 * Take a line, and with it perhaps the turn: {@link #isMyTurn()}.
	 * @param line the line
	 * @param mayWait whether the caller would rather wait for room than lose the line
	 * @return the position to {@link #await}, {@link #NO_ROOM} or
	 * {@link #NOTHING_TO_WAIT_FOR}
	 */
	long add(byte[] line, boolean mayWait) {
		boolean wakeFileThread;
		long position;
		this.lock.lock();
		try {
			boolean takesLines = takesLines();
			if (this.closed || !this.pending.hasRoomFor(line)) {
				if (mayWait && takesLines) {
					return NO_ROOM;
				}
				drop();
				return NOTHING_TO_WAIT_FOR;
			}
			if (!this.callersWrite && this.pending.isEmpty()) {
				this.waitingSince = System.nanoTime();
			}
			position = this.pending.add(line);
			if (this.callersWrite && this.turn.isFree()) {
				takeTurn();
				return position;
			}
			wakeFileThread = !this.callersWrite && fileThreadCanHelp();
			if (!takesLines || !this.callersDeliver) {
				leave(position);
				position = NOTHING_TO_WAIT_FOR;
			}
		}
		finally {
			this.lock.unlock();
		}
		if (wakeFileThread) {
			this.fileThread.raise();
		}
		return position;
	}

	/**
	 * Take the turn, or stand in line for it or for the end of a write.
	 * @param position of the caller's line
	 * @param patienceIsOver whether the caller has waited long enough
	 * @return whether the wait is over; otherwise the caller has the turn or must park
	 */
	boolean await(long position, boolean patienceIsOver) {
		Wake wake;
		this.lock.lock();
		try {
			this.waiters.remove(Thread.currentThread());
			if (this.written >= position) {
				return true;
			}
			if (this.callersWrite && this.turn.isFree()) {
				takeTurn();
				return false;
			}
			if (takesLines() && !patienceIsOver) {
				this.waiters.add(Thread.currentThread(), position);
				return false;
			}
			leave(position);
			wake = passTheTurnOn(null);
		}
		finally {
			this.lock.unlock();
		}
		Wake.all(wake);
		return true;
	}

	/**
	 * Leave a line to the file thread, because its caller is torn away.
	 * @param position of the caller's line
	 */
	void abandon(long position) {
		locked(() -> {
			this.waiters.remove(Thread.currentThread());
			if (this.written < position) {
				leave(position);
			}
		});
		this.fileThread.raise();
	}

	private void leave(long position) {
		this.unattended = Math.max(this.unattended, position);
		if (this.callersDeliver && this.slot.isOpen()) {
			this.counters.unconfirmed++;
		}
	}

	private void drop() {
		this.counters.linesLost++;
		if (!this.closed) {
			WriteFailure cause = this.slot.failure();
			this.pending.drop(Instant.now(), (cause != null) ? cause.diagnosis().reason()
					: (this.slot.isOpen()) ? "the volume is too slow" : "the file is not open yet");
			this.unattended = this.pending.tail();
		}
	}

	/**
	 * Look whether it makes sense to wait for the file. A stall that shows here ends the
	 * callers' turns, so that the file thread writes what piles up.
	 * @return whether it does
	 */
	private boolean takesLines() {
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
	 * For how long the write in progress lasts, or nobody takes the turn.
	 * @return nanoseconds
	 */
	private long stalledFor() {
		if (!this.turn.isFree()) {
			return this.turn.lasted(System.nanoTime());
		}
		return (this.callersWrite || this.pending.isEmpty()) ? 0 : System.nanoTime() - this.waitingSince;
	}

	private boolean fileThreadCanHelp() {
		return (this.slot.isOpen()) ? this.slot.takesLines() && this.turn.isFree() : this.pending.isHalfFull();
	}

	private void takeTurn() {
		this.turn.take(this.pending, this.slot.file(), System.nanoTime());
	}

	/**
	 * Give the file thread the turn if there is something that no caller will write.
	 * Otherwise callers may write again, and whoever waits for that is woken.
	 * @return whether it has the turn
	 */
	boolean takeTurnOfFileThread() {
		Wake wake;
		this.lock.lock();
		try {
			if (!this.turn.isFree() || !this.slot.canBeTried()) {
				return false;
			}
			this.slot.endFailure(this.written);
			boolean allAttended = this.written >= this.unattended;
			this.callersWrite = this.callersDeliver && !this.closing && this.slot.takesLines() && allAttended;
			if (!this.pending.isEmpty() && !this.callersWrite) {
				takeTurn();
				return true;
			}
			wake = passTheTurnOn(null);
		}
		finally {
			this.lock.unlock();
		}
		Wake.all(wake);
		return false;
	}

	/**
	 * Write the batch of the turn, and end the turn. Called by its holder.
	 */
	void write() {
		Batch batch = this.turn.batch();
		ActiveFile target = this.turn.file();
		WriteDiagnosis problem = WriteProblems.brokenOff(this.path);
		try {
			batch.assemble(this.gapEncoder);
			target.write(batch);
			problem = null;
		}
		catch (IOException ex) {
			problem = WriteProblems.of(this.path, ex);
		}
		finally {
			finish(batch, target, problem);
		}
	}

	private void finish(Batch batch, ActiveFile target, @Nullable WriteDiagnosis problem) {
		Wake wake;
		this.lock.lock();
		try {
			if (this.turn.isGivenUp(batch)) {
				this.slot.retire(target);
				return;
			}
			if (problem != null) {
				this.slot.tear(batch, problem);
				this.callersWrite = false;
			}
			else {
				landed(batch, batch.length());
				batch.clear();
			}
			this.turn.release();
			if (!this.callersWrite) {
				this.waitingSince = System.nanoTime();
			}
			adoptOffered();
			wake = this.waiters.takeWritten((problem != null) ? Long.MAX_VALUE : this.written);
			wake = (target.isFull()) ? new Wake(null, this.fileThread, wake) : wake;
			wake = passTheTurnOn(wake);
		}
		finally {
			this.lock.unlock();
		}
		Wake.all(wake);
	}

	private void landed(Batch batch, int bytes) {
		this.counters.written(this.pending.remove(batch, bytes), bytes);
		this.written = this.pending.head();
	}

	/**
	 * See to it that somebody awake will write what is pending.
	 * @param wake whom to wake anyway
	 * @return whom to wake
	 */
	private @Nullable Wake passTheTurnOn(@Nullable Wake wake) {
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

	private void adoptOffered() {
		if (this.slot.adoptOffered(this.pending.isInsideLine())) {
			this.pending.rewindHead();
		}
	}

	/**
	 * Have the next turn write to another file.
	 * @param next the file, open
	 */
	void offer(ActiveFile next) {
		locked(() -> {
			this.slot.offer(next);
			if (this.turn.isFree()) {
				adoptOffered();
			}
		});
	}

	/**
	 * Note that the file cannot be opened or looked at. Callers stop waiting for it.
	 * @param problem what is wrong
	 */
	void fail(WriteDiagnosis problem) {
		Wake.all(locked(() -> {
			this.slot.fail(problem);
			this.callersWrite = false;
			return this.waiters.takeWritten(Long.MAX_VALUE);
		}));
	}

	/**
	 * Go on writing after a failure, or begin.
	 * @param next the file, open
	 * @param torn the batch of the write that failed
	 * @param landed how many of its bytes are in the file that it was written to
	 * @param goesOn whether the next byte follows there; otherwise the oldest line is
	 * written whole
	 * @return {@code false} if there is a turn on the former file, or was one since
	 * {@code torn} was looked at: then nothing changes
	 */
	boolean resume(ActiveFile next, @Nullable Batch torn, int landed, boolean goesOn) {
		return locked(() -> {
			if (!this.turn.isFree() || this.slot.torn() != torn) {
				return false;
			}
			if (torn != null && landed > 0) {
				landed(torn, landed);
			}
			this.slot.resume(next, this.pending.tail(), !goesOn && this.pending.isInsideLine());
			if (!goesOn) {
				this.pending.rewindHead();
			}
			return true;
		});
	}

	/**
	 * Take the turn away from a holder that hangs in a write to another file than the
	 * path names. Its batch is written again.
	 * @param next the file that the path names, open
	 * @param atLeast how many nanoseconds the holder must have been at it
	 * @return whether the turn was taken away
	 */
	boolean giveTurnUp(ActiveFile next, long atLeast) {
		return locked(() -> {
			if (this.turn.lasted(System.nanoTime()) < atLeast) {
				return false;
			}
			this.turn.giveUp();
			this.slot.replaceHung(next, this.pending.tail());
			this.pending.rewindHead();
			this.callersWrite = false;
			this.unattended = this.pending.tail();
			return true;
		});
	}

	/**
	 * From now on only the file thread writes.
	 */
	void closing() {
		locked(() -> {
			this.closing = true;
			this.callersWrite = false;
			this.waitingSince = System.nanoTime();
		});
		this.fileThread.raise();
	}

	/**
	 * Take no more lines. What is pending is lost.
	 */
	void close() {
		Wake.all(locked(() -> {
			this.closed = true;
			this.counters.linesLost += this.pending.lines();
			return this.waiters.takeWritten(Long.MAX_VALUE);
		}));
	}

	boolean isWritten(long position) {
		return this.written >= position;
	}

	boolean isMyTurn() {
		return this.turn.isMine();
	}

	boolean isWaitingInLine(Thread caller) {
		return locked(() -> this.waiters.contains(caller));
	}

	boolean isTurnFree() {
		return this.turn.isFree();
	}

	@Nullable ActiveFile file() {
		return locked(this.slot::current);
	}

	@Nullable Batch torn() {
		return locked(this.slot::torn);
	}

	@Nullable ActiveFile pollRetired() {
		return this.slot.retired().poll();
	}

	QueueFacts facts() {
		return locked(() -> new QueueFacts(this.slot.isOpen(), this.closed, this.slot.failure(), stalledFor(),
				this.stallNanos, this.pending.tail(), this.written, this.pending.isHalfFull(), this.pending.lines(),
				this.pending.bytes(), this.counters.copy()));
	}

	private void locked(Runnable action) {
		this.lock.lock();
		try {
			action.run();
		}
		finally {
			this.lock.unlock();
		}
	}

	private <T extends @Nullable Object> T locked(Supplier<T> action) {
		this.lock.lock();
		try {
			return action.get();
		}
		finally {
			this.lock.unlock();
		}
	}

}
