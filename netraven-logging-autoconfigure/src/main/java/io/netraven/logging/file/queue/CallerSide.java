package io.netraven.logging.file.queue;

import java.time.Duration;

import io.netraven.logging.file.GapEncoder;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.concurrent.DaemonThread;
import io.netraven.logging.file.concurrent.Deadline;

/**
 * The callers' side of the queue: a log call adds its line, and writes it or waits until
 * somebody has. Thread-safe.
 *
 * @author NetRaven maintainers
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
	 * Takes one line. Returns when it is written, or after {@code max-wait}, or
	 * immediately while the file is not writable.
	 * @param line a whole record; not copied if it is long, so it must not change
	 */
	public void append(byte[] line) {
		if (isEngineItself()) {
			this.admission.addAndLeave(line);
			return;
		}
		long position = this.admission.add(line);
		if (position == Admission.NO_ROOM) {
			position = addWhenThereIsRoom(line);
		}
		if (position == Admission.NOTHING_TO_WAIT_FOR) {
			return;
		}
		boolean done = false;
		try {
			if (this.queue.turn.isMine()) {
				this.writer.write();
			}
			if (this.queue.turn.written() < position) {
				this.wait.awaitWritten(position);
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
	 * Returns whether the engine logs this line, or an encoder that writes a gap does.
	 * @return whether the calling thread must not wait or write
	 */
	private boolean isEngineItself() {
		return Thread.currentThread() instanceof DaemonThread || this.queue.turn.isMine();
	}

	private long addWhenThereIsRoom(byte[] line) {
		try (Deadline deadline = new Deadline(this.maxWaitNanos)) {
			long position = Admission.NO_ROOM;
			while (position == Admission.NO_ROOM) {
				deadline.pause(ROOM_CHECK_NANOS);
				position = (deadline.isOver()) ? this.admission.addOrDrop(line) : this.admission.addAfterWaiting(line);
			}
			return position;
		}
	}

	/**
	 * Leaves a line to the file thread, because its caller is stopped by an error.
	 * @param position the position of the caller's line
	 */
	void abandon(long position) {
		this.writer.breakOffIfMine();
		synchronized (this.queue) {
			this.queue.parked.remove(Thread.currentThread());
			if (this.queue.turn.written() < position) {
				this.queue.rules.leave(position);
			}
		}
		this.queue.fileThread().raise();
	}

}
