package io.netraven.logging.file.queue;

import java.time.Duration;

import io.netraven.logging.file.GapEncoder;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.concurrent.DaemonThread;
import io.netraven.logging.file.concurrent.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The callers' access to the queue: adds a line and sees to it that it is written.
 * Thread-safe.
 */
public final class CallerSide {

	private static final long ROOM_CHECK_NANOS = Duration.ofMillis(1).toNanos();

	private final QueueMonitor queue;

	private final long maxWaitNanos;

	final Admission admission;

	final WrittenWait wait;

	private final BatchWriter writer;

	public CallerSide(QueueMonitor queue, LogFileSettings settings, GapEncoder gapEncoder) {
		this.queue = queue;
		this.maxWaitNanos = settings.maxWait().toNanos();
		this.admission = new Admission(queue);
		this.writer = new BatchWriter(queue, settings.file(), gapEncoder);
		this.wait = new WrittenWait(queue, this.writer, this.maxWaitNanos);
	}

	/**
	 * Appends one line. Returns when it is written, or after {@code max-wait}, or
	 * immediately while the file is not writable. Waits for room while the file is
	 * writable but the buffer full; that counts for {@code max-wait}.
	 * @param line a whole record; a long one is not copied, so it must not be modified
	 * afterwards
	 * @param number its number, or 0
	 */
	public void append(byte[] line, long number) {
		if (isEngineItself()) {
			this.admission.addAndLeave(line, number);
			return;
		}
		long position = this.admission.add(line, number);
		if (position == Admission.NO_ROOM) {
			appendWhenThereIsRoom(line, number);
		}
		else if (position != Admission.NOTHING_TO_WAIT_FOR) {
			deliver(position, null);
		}
	}

	private void appendWhenThereIsRoom(byte[] line, long number) {
		try (Deadline deadline = new Deadline(this.maxWaitNanos)) {
			long position = Admission.NO_ROOM;
			while (position == Admission.NO_ROOM) {
				deadline.pause(ROOM_CHECK_NANOS);
				position = (deadline.isOver()) ? this.admission.addOrDrop(line, number)
						: this.admission.addAfterWaiting(line, number);
			}
			if (position != Admission.NOTHING_TO_WAIT_FOR) {
				deliver(position, deadline);
			}
		}
	}

	private void deliver(long position, @Nullable Deadline deadline) {
		boolean done = false;
		try {
			if (this.queue.turn.isMine()) {
				this.writer.write();
			}
			if (this.queue.turn.written() < position) {
				this.wait.awaitWritten(position, deadline);
			}
			done = true;
		}
		finally {
			if (!done) {
				abandon(position);
			}
		}
	}

	/**
	 * Returns whether the line is logged by a thread of the engine, or by the encoder of
	 * a gap.
	 * @return whether the calling thread must not wait or write
	 */
	private boolean isEngineItself() {
		return Thread.currentThread() instanceof DaemonThread || this.queue.turn.isMine();
	}

	/**
	 * Leaves a line to the file thread after an error in its caller.
	 * @param position the position of the caller's line
	 */
	void abandon(long position) {
		this.writer.breakOffIfMine();
		synchronized (this.queue) {
			this.queue.parked.remove(Thread.currentThread());
			this.queue.turn.written(this.queue.pending.head());
			if (this.queue.turn.written() < position) {
				this.queue.rules.leave(position);
			}
		}
		this.queue.fileThread().raise();
	}

}
