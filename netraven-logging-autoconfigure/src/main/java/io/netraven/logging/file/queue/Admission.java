package io.netraven.logging.file.queue;

import java.time.Instant;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.netraven.logging.file.WriteDiagnosis;

/**
 * Admits lines to the queue; one for which there is no room is dropped. Thread-safe.
 */
final class Admission {

	static final long NO_ROOM = -1;

	static final long NOTHING_TO_WAIT_FOR = 0;

	private static final long DROP_WITHOUT_ROOM = Long.MAX_VALUE;

	private final QueueMonitor queue;

	private final long newcomersMayFill;

	private final long capacity;

	Admission(QueueMonitor queue) {
		this.queue = queue;
		synchronized (queue) {
			this.newcomersMayFill = queue.pending.capacityForNewcomers();
			this.capacity = queue.pending.capacity();
		}
	}

	/**
	 * Adds a line, and takes the turn if the caller may. Does not use the room that is
	 * reserved for callers that already wait for room.
	 * @param line a whole record
	 * @param number its number, or 0
	 * @return the position of the line, {@link #NO_ROOM} or {@link #NOTHING_TO_WAIT_FOR}
	 */
	long add(byte[] line, long number) {
		return add(line, number, this.newcomersMayFill);
	}

	/**
	 * Adds a line whose caller has waited for room, and may use the reserved room.
	 * @param line a whole record
	 * @param number its number, or 0
	 * @return as {@link #add}
	 */
	long addAfterWaiting(byte[] line, long number) {
		return add(line, number, this.capacity);
	}

	/**
	 * Adds a line whose caller no longer waits for room. Drops it if there is none.
	 * @param line a whole record
	 * @param number its number, or 0
	 * @return the position of the line or {@link #NOTHING_TO_WAIT_FOR}
	 */
	long addOrDrop(byte[] line, long number) {
		return add(line, number, DROP_WITHOUT_ROOM);
	}

	/**
	 * Adds or drops a line without waiting, and leaves it to the next writer.
	 * @param line a whole record
	 * @param number its number, or 0
	 */
	void addAndLeave(byte[] line, long number) {
		synchronized (this.queue) {
			long notTaken = this.queue.counters.linesLost + this.queue.counters.linesLeftOut;
			boolean added = false;
			try {
				added = isAdded(line, number);
				if (added) {
					this.queue.rules.leaveAll();
				}
			}
			catch (Throwable ex) {
				noteError(added, notTaken);
				throw ex;
			}
		}
		this.queue.fileThread().raise();
	}

	private long add(byte[] line, long number, long waitAbove) {
		boolean wakeFileThread;
		long position;
		synchronized (this.queue) {
			long notTaken = this.queue.counters.linesLost + this.queue.counters.linesLeftOut;
			boolean added = false;
			try {
				if (!this.queue.pending.hasRoomFor(line, waitAbove) && this.queue.rules.isRoomToBeHad()) {
					return NO_ROOM;
				}
				added = isAdded(line, number);
				if (!added) {
					return NOTHING_TO_WAIT_FOR;
				}
				position = this.queue.pending.tail();
				if (this.queue.rules.mayCallerTakeTurn()) {
					this.queue.takeTurn();
					return position;
				}
				wakeFileThread = this.queue.wakeRules.needsFileThread();
				if (!this.queue.rules.doesCallerWait(position)) {
					position = NOTHING_TO_WAIT_FOR;
				}
			}
			catch (Throwable ex) {
				noteError(added, notTaken);
				throw ex;
			}
		}
		if (wakeFileThread) {
			this.queue.fileThread().raise();
		}
		return position;
	}

	@GuardedBy("this.queue")
	private boolean isAdded(byte[] line, long number) {
		if (!this.queue.rules.takesLines() || !this.queue.pending.hasRoomFor(line, this.capacity)) {
			drop(number);
			return false;
		}
		if (this.queue.pending.hasUnmarked()) {
			this.queue.pending.markUnmarked(Instant.now());
			this.queue.rules.leaveAll();
		}
		this.queue.pending.add(line);
		return true;
	}

	@GuardedBy("this.queue")
	private void drop(long number) {
		if (this.queue.rules.isClosed()) {
			this.queue.counters.linesLost++;
		}
		else if (this.queue.rules.pauseInProgress().isActive()) {
			this.queue.pending.leaveOut(number, Instant.now(), "file logging was paused");
			this.queue.counters.linesLeftOut++;
			this.queue.rules.leaveAll();
		}
		else {
			WriteDiagnosis cause = this.queue.slot.failure().diagnosis();
			this.queue.pending.drop(number, Instant.now(), (cause != null) ? cause.reason()
					: (this.queue.slot.isOpen()) ? "the volume is too slow" : "the file is not open yet");
			this.queue.counters.linesLost++;
			this.queue.rules.leaveAll();
		}
	}

	/**
	 * Leaves the pending lines to the file thread after an error in the call that has
	 * added one, or counts a line that was neither added nor dropped. Allocates nothing.
	 * @param added whether the line was added
	 * @param notTaken how many lines were lost or left out before the call
	 */
	@GuardedBy("this.queue")
	private void noteError(boolean added, long notTaken) {
		if (!added && this.queue.counters.linesLost + this.queue.counters.linesLeftOut == notTaken) {
			this.queue.counters.linesLost++;
			this.queue.pending.dropUnmarked();
		}
		this.queue.rules.leaveAll();
		this.queue.fileThread().raise();
	}

}
