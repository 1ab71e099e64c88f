package io.netraven.logging.file.queue;

import java.time.Duration;

import io.netraven.logging.file.buffer.PendingLines;
import io.netraven.logging.file.concurrent.Deadline;

/**
 * The callers' side of the queue: a log call adds its line, and writes it or waits until
 * somebody has. Safe for use by any number of threads.
 *
 * @author NetRaven maintainers
 */
public final class CallerSide {

	static final long NO_ROOM = -1;

	static final long NOTHING_TO_WAIT_FOR = 0;

	private static final long DROP_WITHOUT_ROOM = Long.MAX_VALUE;

	private static final long ROOM_CHECK_NANOS = Duration.ofMillis(1).toNanos();

	private final QueueMonitor queue;

	private final PhasedWait phasedWait;

	private final long maxWaitNanos;

	public CallerSide(QueueMonitor queue, Duration maxWait) {
		this.queue = queue;
		this.phasedWait = new PhasedWait(queue);
		this.maxWaitNanos = maxWait.toNanos();
	}

	/**
	 * Take one line. Returns when it is written, or after {@code max-wait}, or at once
	 * while the file takes no lines.
	 * @param line a whole record
	 */
	public void append(byte[] line) {
		long position = add(line);
		if (position == NO_ROOM) {
			position = addWhenThereIsRoom(line);
		}
		if (position == NOTHING_TO_WAIT_FOR) {
			return;
		}
		boolean done = false;
		try {
			if (this.queue.turn.isMine()) {
				this.queue.write();
			}
			if (!this.queue.isWritten(position) && !this.phasedWait.await(position)) {
				park(position);
			}
			done = true;
		}
		finally {
			if (!done) {
				abandon(position);
			}
		}
	}

	private long addWhenThereIsRoom(byte[] line) {
		try (Deadline patience = new Deadline(this.maxWaitNanos)) {
			long position = NO_ROOM;
			while (position == NO_ROOM) {
				patience.pause(ROOM_CHECK_NANOS);
				position = (patience.isOver()) ? addOrDrop(line) : addAfterWaiting(line);
			}
			return position;
		}
	}

	private void park(long position) {
		try (Deadline patience = new Deadline(this.maxWaitNanos)) {
			while (!await(position, patience.isOver())) {
				if (this.queue.turn.isMine()) {
					this.queue.write();
				}
				else {
					patience.pause();
				}
			}
		}
	}

	/**
	 * Adds a line, and with it perhaps takes the turn. Leaves the room that is kept for
	 * callers that came earlier and wait for room.
	 * @param line a whole record
	 * @return the position to {@link #await}, {@link #NO_ROOM} or
	 * {@link #NOTHING_TO_WAIT_FOR}
	 */
	long add(byte[] line) {
		return add(line, this.queue.pending.capacityForNewcomers());
	}

	/**
	 * Adds a line whose caller has waited for room.
	 * @param line a whole record
	 * @return as {@link #add}
	 */
	long addAfterWaiting(byte[] line) {
		return add(line, this.queue.pending.capacity());
	}

	/**
	 * Adds a line whose caller waits for room no longer. Drops it if there is none.
	 * @param line a whole record
	 * @return the position to {@link #await} or {@link #NOTHING_TO_WAIT_FOR}
	 */
	long addOrDrop(byte[] line) {
		return add(line, DROP_WITHOUT_ROOM);
	}

	private long add(byte[] line, long waitAbove) {
		boolean wakeFileThread;
		long position;
		TurnRules rules = this.queue.rules;
		PendingLines pending = this.queue.pending;
		this.queue.lock.lock();
		try {
			if (!pending.hasRoomFor(line, waitAbove) && rules.takesLines()) {
				return NO_ROOM;
			}
			if (rules.isClosed() || !pending.hasRoomFor(line, pending.capacity())) {
				this.queue.drop();
				return NOTHING_TO_WAIT_FOR;
			}
			position = this.queue.put(line);
			if (rules.mayCallerTakeTurn()) {
				if (!rules.isNextCallerDue()) {
					this.queue.takeTurn();
				}
				return position;
			}
			wakeFileThread = rules.needsFileThread();
			if (!rules.doesCallerWait()) {
				rules.leave(position);
				position = NOTHING_TO_WAIT_FOR;
			}
		}
		finally {
			this.queue.lock.unlock();
		}
		if (wakeFileThread) {
			this.queue.fileThread().raise();
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
		Wakeups wake;
		this.queue.lock.lock();
		try {
			this.queue.waiters.remove(Thread.currentThread());
			if (this.queue.isWritten(position)) {
				return true;
			}
			if (this.queue.rules.mayCallerTakeTurn()) {
				this.queue.takeTurn();
				return false;
			}
			if (this.queue.rules.takesLines() && !patienceIsOver) {
				this.queue.waiters.add(Thread.currentThread(), position);
				return false;
			}
			this.queue.rules.leave(position);
			wake = this.queue.rules.passTheTurnOn(this.queue.written(), null);
		}
		finally {
			this.queue.lock.unlock();
		}
		Wakeups.all(wake);
		return true;
	}

	/**
	 * Leave a line to the file thread, because its caller is interrupted by an error.
	 * @param position of the caller's line
	 */
	void abandon(long position) {
		this.queue.locked(() -> {
			this.queue.waiters.remove(Thread.currentThread());
			if (!this.queue.isWritten(position)) {
				this.queue.rules.leave(position);
			}
			return true;
		});
		this.queue.fileThread().raise();
	}

}
