package io.netraven.logging.file.queue;

import io.netraven.logging.file.concurrent.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Makes a caller wait until its line is written: yields a few times, because a write
 * takes less time than waking a thread, and then parks. The caller writes itself whenever
 * the turn is free. Thread-safe.
 */
final class WrittenWait {

	private static final int YIELDS = 5;

	private final QueueMonitor queue;

	private final BatchWriter writer;

	private final long maxWaitNanos;

	WrittenWait(QueueMonitor queue, BatchWriter writer, long maxWaitNanos) {
		this.queue = queue;
		this.writer = writer;
		this.maxWaitNanos = maxWaitNanos;
	}

	/**
	 * Waits until a line is written, or until there is nothing to wait for any more.
	 * @param position the position of the caller's line
	 * @param begun what is left of the time that the caller may wait, or {@code null} if
	 * it has not waited yet
	 */
	void awaitWritten(long position, @Nullable Deadline begun) {
		WriteTurn turn = this.queue.turn;
		for (int i = 0; i < YIELDS && turn.written() < position; i++) {
			Thread.yield();
			if (turn.isFree() && turn.written() < position && takeTurn(position)) {
				this.writer.write();
			}
		}
		if (turn.written() < position && begun != null) {
			park(position, begun);
		}
		else if (turn.written() < position) {
			try (Deadline deadline = new Deadline(this.maxWaitNanos)) {
				park(position, deadline);
			}
		}
	}

	private void park(long position, Deadline deadline) {
		while (!await(position, deadline.isOver())) {
			if (this.queue.turn.isMine()) {
				this.writer.write();
			}
			else {
				deadline.pause();
			}
		}
	}

	/**
	 * Takes the turn if the caller's line is not written and the turn is free.
	 * @param position the position of the caller's line
	 * @return whether the caller holds the turn
	 */
	boolean takeTurn(long position) {
		synchronized (this.queue) {
			boolean mine = this.queue.turn.written() < position && this.queue.rules.mayCallerTakeTurn();
			if (mine) {
				this.queue.takeTurn();
			}
			return mine;
		}
	}

	/**
	 * Takes the turn if it is free; otherwise registers the caller to be woken once its
	 * line is written.
	 * @param position the position of the caller's line
	 * @param isOver whether the caller has waited long enough
	 * @return whether the wait is over; otherwise the caller holds the turn or must park
	 */
	boolean await(long position, boolean isOver) {
		@Nullable Wakeups wakeups;
		synchronized (this.queue) {
			this.queue.parked.remove(Thread.currentThread());
			if (this.queue.turn.written() >= position) {
				return true;
			}
			if (this.queue.rules.mayCallerTakeTurn()) {
				this.queue.takeTurn();
				return false;
			}
			if (this.queue.rules.isWritable() && !isOver) {
				this.queue.parked.add(Thread.currentThread(), position);
				return false;
			}
			this.queue.rules.leave(position);
			wakeups = this.queue.wakeRules.passTheTurnOn(null);
		}
		Wakeups.all(wakeups);
		return true;
	}

}
