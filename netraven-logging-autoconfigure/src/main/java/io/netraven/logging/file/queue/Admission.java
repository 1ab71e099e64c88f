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

	private long add(byte[] line, long waitAbove) {
		boolean wakeFileThread;
		long position;
		synchronized (this.queue) {
			if (!this.pending.hasRoomFor(line, waitAbove) && this.rules.isWritable()) {
				return NO_ROOM;
			}
			if (this.rules.isClosed() || !this.pending.hasRoomFor(line, this.capacity)) {
				drop();
				return NOTHING_TO_WAIT_FOR;
			}
			position = this.pending.add(line);
			if (this.rules.mayCallerTakeTurn()) {
				this.queue.takeTurn();
				return position;
			}
			wakeFileThread = this.queue.wakeRules.needsFileThread();
			if (!this.rules.doesCallerWait(position)) {
				position = NOTHING_TO_WAIT_FOR;
			}
		}
		if (wakeFileThread) {
			this.queue.fileThread().raise();
		}
		return position;
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

}
