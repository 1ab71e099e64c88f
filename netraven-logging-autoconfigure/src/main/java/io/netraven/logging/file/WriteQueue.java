package io.netraven.logging.file;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Takes lines from callers and lets one of them at a time write. Safe for use by any
 * number of threads.
 *
 * @author NetRaven maintainers
 */
final class WriteQueue {

	static final long NO_ROOM = -1;

	static final long NOTHING_TO_WAIT_FOR = 0;

	private final String path;

	private final GapEncoder gapEncoder;

	/**
	 * Raised when there is something to write that no caller will write, and after a
	 * failure.
	 */
	private final Signal fileThread;

	/**
	 * What is wrong if a write ends in neither success nor an exception of the disk.
	 */
	private final WriteDiagnosis brokenOff;

	private final QueueState state;

	private final FileHandOver files;

	WriteQueue(LogFileSettings settings, TimeLimits limits, GapEncoder gapEncoder, Signal fileThread) {
		this.path = settings.file();
		this.brokenOff = WriteProblems.brokenOff(this.path);
		this.gapEncoder = gapEncoder;
		this.fileThread = fileThread;
		this.state = new QueueState(settings, limits, fileThread);
		this.files = new FileHandOver(this.state);
	}

	/**
	 * Take a line, and with it perhaps the turn: {@link #isMyTurn()}.
	 * @param line the line
	 * @param hasWaited whether the caller has waited for room already
	 * @param mayWait whether the caller would rather wait for room than lose the line
	 * @return the position to {@link #await}, {@link #NO_ROOM} or
	 * {@link #NOTHING_TO_WAIT_FOR}
	 */
	long add(byte[] line, boolean hasWaited, boolean mayWait) {
		boolean wakeFileThread;
		long position;
		this.state.lock.lock();
		try {
			if (mayWait && !this.state.hasRoomFor(line, hasWaited) && this.state.takesLines()) {
				return NO_ROOM;
			}
			if (this.state.isClosed() || !this.state.pending.hasRoomFor(line)) {
				this.state.drop();
				return NOTHING_TO_WAIT_FOR;
			}
			position = this.state.put(line);
			if (this.state.mayCallerTakeTurn()) {
				if (!this.state.isNextCallerDue()) {
					this.state.takeTurn(Writer.CALLER);
				}
				return position;
			}
			wakeFileThread = this.state.needsFileThread();
			if (!this.state.callersDeliver() || !this.state.takesLines()) {
				this.state.leave(position);
				position = NOTHING_TO_WAIT_FOR;
			}
		}
		finally {
			this.state.lock.unlock();
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
		this.state.lock.lock();
		try {
			this.state.waiters.remove(Thread.currentThread());
			if (isWritten(position)) {
				return true;
			}
			if (this.state.mayCallerTakeTurn()) {
				this.state.takeTurn(Writer.CALLER);
				return false;
			}
			if (this.state.takesLines() && !patienceIsOver) {
				this.state.waiters.add(Thread.currentThread(), position);
				return false;
			}
			this.state.leave(position);
			wake = this.state.passTheTurnOn(null);
		}
		finally {
			this.state.lock.unlock();
		}
		Wake.all(wake);
		return true;
	}

	/**
	 * Leave a line to the file thread, because its caller is torn away.
	 * @param position of the caller's line
	 */
	void abandon(long position) {
		this.state.locked(() -> {
			this.state.waiters.remove(Thread.currentThread());
			if (!isWritten(position)) {
				this.state.leave(position);
			}
			return true;
		});
		this.fileThread.raise();
	}

	/**
	 * Write the batch of the turn, and end the turn. Called by its holder.
	 */
	void write() {
		Batch batch = this.state.turn.batch();
		ActiveFile target = this.state.turn.file();
		WriteDiagnosis problem = this.brokenOff;
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
		this.state.lock.lock();
		try {
			if (this.state.turn.isGivenUp(batch)) {
				this.state.slot.retire(target);
				return;
			}
			if (problem != null) {
				this.state.slot.tear(batch, problem);
				this.state.stopCallers();
			}
			else {
				this.state.landed(batch.length(), target);
				batch.clear();
			}
			boolean fileThreadIsDue = this.state.releaseTurn() || target.isFull();
			wake = this.state.waiters.takeWritten((problem != null) ? Long.MAX_VALUE : this.state.written());
			wake = (fileThreadIsDue) ? new Wake(null, this.fileThread, wake) : wake;
			wake = this.state.passTheTurnOn(wake);
		}
		finally {
			this.state.lock.unlock();
		}
		Wake.all(wake);
	}

	/**
	 * From now on only the file thread writes.
	 */
	void closing() {
		this.state.locked(() -> {
			this.state.closing();
			return true;
		});
		this.fileThread.raise();
	}

	/**
	 * Callers may write again: the closing is over.
	 */
	void goOn() {
		this.state.locked(() -> {
			this.state.goOn();
			return true;
		});
		this.fileThread.raise();
	}

	/**
	 * Take no more lines. What is pending is lost.
	 */
	void close() {
		Wake.all(this.state.locked(() -> {
			this.state.close();
			return this.state.waiters.takeWritten(Long.MAX_VALUE);
		}));
	}

	boolean isWritten(long position) {
		return this.state.written() >= position;
	}

	boolean isMyTurn() {
		return this.state.turn.isMine();
	}

	boolean isTurnFree() {
		return this.state.turn.isFree();
	}

	boolean isWaitingInLine(Thread caller) {
		return this.state.locked(() -> this.state.waiters.contains(caller));
	}

	QueueFacts facts() {
		return this.state.locked(this.state::facts);
	}

	FileHandOver files() {
		return this.files;
	}

}
