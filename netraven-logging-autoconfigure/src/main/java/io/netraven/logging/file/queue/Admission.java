package io.netraven.logging.file.queue;

import java.time.Instant;

import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.buffer.PendingLines;

/**
 * Adds lines to the queue, or drops them where there is no room. Thread-safe.
 *
 * @author NetRaven maintainers
 */
final class Admission {

	static final long NO_ROOM = -1;

	static final long NOTHING_TO_WAIT_FOR = 0;

	private static final long DROP_WITHOUT_ROOM = Long.MAX_VALUE;

	private final QueueMonitor queue;

	private final PendingLines pending;

	private final TurnRules rules;

	private final long newcomersMayFill;

	private final long capacity;

	Admission(QueueMonitor queue) {
		this.queue = queue;
		this.pending = queue.pending;
		this.rules = queue.rules;
		this.newcomersMayFill = queue.pending.capacityForNewcomers();
		this.capacity = queue.pending.capacity();
	}

	/**
	 * Adds a line, and with it perhaps takes the turn. Leaves the room that is kept for
	 * callers that came earlier and wait for room.
	 * @param line a whole record
	 * @return the position of the line, {@link #NO_ROOM} or {@link #NOTHING_TO_WAIT_FOR}
	 */
	long add(byte[] line) {
		return add(line, this.newcomersMayFill);
	}

	/**
	 * Adds a line whose caller has waited for room.
	 * @param line a whole record
	 * @return as {@link #add}
	 */
	long addAfterWaiting(byte[] line) {
		return add(line, this.capacity);
	}

	/**
	 * Adds a line whose caller waits for room no longer. Drops it if there is none.
	 * @param line a whole record
	 * @return the position of the line or {@link #NOTHING_TO_WAIT_FOR}
	 */
	long addOrDrop(byte[] line) {
		return add(line, DROP_WITHOUT_ROOM);
	}

	/**
	 * Adds or drops a line, and leaves it to the next writer.
	 * @param line a whole record
	 */
	void addAndLeave(byte[] line) {
		synchronized (this.queue) {
			if (isAdded(line)) {
				this.rules.leaveAll();
			}
		}
		this.queue.fileThread().raise();
	}

	private long add(byte[] line, long waitAbove) {
		boolean wakeFileThread;
		long position;
		synchronized (this.queue) {
			long tail = this.pending.tail();
			try {
				if (!this.pending.hasRoomFor(line, waitAbove) && this.rules.isWritable()) {
					return NO_ROOM;
				}
				if (!isAdded(line)) {
					return NOTHING_TO_WAIT_FOR;
				}
				position = this.pending.tail();
				if (this.rules.mayCallerTakeTurn()) {
					this.queue.takeTurn();
					return position;
				}
				wakeFileThread = this.queue.wakeRules.needsFileThread();
				if (!this.rules.doesCallerWait(position)) {
					position = NOTHING_TO_WAIT_FOR;
				}
			}
			catch (Throwable ex) {
				noteError(this.pending.tail() != tail);
				throw ex;
			}
		}
		if (wakeFileThread) {
			this.queue.fileThread().raise();
		}
		return position;
	}

	private boolean isAdded(byte[] line) {
		if (this.rules.isClosed() || !this.pending.hasRoomFor(line, this.capacity)) {
			drop();
			return false;
		}
		if (this.pending.hasUnmarked()) {
			this.pending.markUnmarked(Instant.now());
			this.rules.leaveAll();
		}
		this.pending.add(line);
		return true;
	}

	private void drop() {
		this.queue.counters.linesLost++;
		if (!this.rules.isClosed()) {
			WriteDiagnosis cause = this.queue.slot.failure().diagnosis();
			this.pending.drop(Instant.now(), (cause != null) ? cause.reason()
					: (this.queue.slot.isOpen()) ? "the volume is too slow" : "the file is not open yet");
			this.rules.leaveAll();
		}
	}

	/**
	 * Leaves pending lines to the file thread, because an error ends the call that has
	 * added one, or counts the line that could not be added. Allocates nothing.
	 * @param added whether the line was added
	 */
	private void noteError(boolean added) {
		if (!added) {
			this.queue.counters.linesLost++;
			this.pending.dropUnmarked();
		}
		this.rules.leaveAll();
		this.queue.fileThread().raise();
	}

}
