package io.netraven.logging.file;

import java.time.Duration;
import java.util.Objects;

import io.netraven.logging.file.concurrent.Deadline;
import io.netraven.logging.file.daemon.Daemons;
import io.netraven.logging.file.daemon.TimeLimits;
import io.netraven.logging.file.disk.DiskOperations;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.live.LineEnd;
import io.netraven.logging.file.queue.CallerSide;
import io.netraven.logging.file.queue.FileThreadSide;
import io.netraven.logging.file.queue.QueueMonitor;

/**
 * Gets whole lines into one file, in order, once each, whatever happens to the file.
 * <p>
 * While the file takes lines, {@link #append} returns when the operating system has its
 * line (or, with {@link Delivery#ASYNC}, when the line is in memory). While it does not,
 * lines are kept in memory up to a limit, the file is tried again, and the kept lines are
 * written when it is back; where lines had to be dropped, one record says so at their
 * place.
 * <p>
 * A log call waits for at most {@code max-wait}, except that with {@link Delivery#SYNC}
 * one thread at a time can be caught in a write that the operating system does not
 * finish. A line that is longer than the buffer is taken only when nothing else waits.
 * <p>
 * Safe for use by any number of threads. Two daemon threads belong to it, from its start
 * to its end.
 *
 * @author NetRaven maintainers
 */
public final class LogFileWriter implements AutoCloseable {

	private static final long ROOM_CHECK_NANOS = Duration.ofMillis(1).toNanos();

	private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

	private final QueueMonitor queue;

	private final CallerSide callers;

	private final Daemons daemons;

	private LogFileWriter(LogFileSettings settings, TimeLimits limits, GapEncoder gapEncoder, LogFileListener listener,
			FileOperations operations) {
		this.queue = new QueueMonitor(settings, limits.stall());
		this.callers = new CallerSide(this.queue, settings, gapEncoder);
		this.daemons = new Daemons(settings, limits, this.queue, new FileThreadSide(this.queue, settings, gapEncoder),
				listener, new LineEnd(gapEncoder.lineEnd()), operations);
	}

	/**
	 * Start a writer that keeps lines in memory until it is {@link #open() opened}, half
	 * of its buffer is used, or 5 seconds have passed.
	 * @param settings how to write
	 * @param gapEncoder makes the record for lines that were lost
	 * @param listener hears what becomes of the file
	 * @return a writer that captures
	 */
	public static LogFileWriter capture(LogFileSettings settings, GapEncoder gapEncoder, LogFileListener listener) {
		Objects.requireNonNull(settings, "'settings' must not be null");
		return capture(settings, TimeLimits.of(settings), gapEncoder, listener, new DiskOperations());
	}

	static LogFileWriter capture(LogFileSettings settings, TimeLimits limits, GapEncoder gapEncoder,
			LogFileListener listener, FileOperations operations) {
		Objects.requireNonNull(gapEncoder, "'gapEncoder' must not be null");
		Objects.requireNonNull(listener, "'listener' must not be null");
		LogFileWriter writer = new LogFileWriter(settings, limits, gapEncoder, listener, operations);
		writer.daemons.start();
		return writer;
	}

	/**
	 * Take one line. Returns when the line is in the file, or after {@code max-wait}, or
	 * at once while the file takes no lines. Interrupts neither shorten the wait nor get
	 * lost. Fails only as any Java code may, with an {@link Error}.
	 * @param line a whole record, the end of the line included; not copied, so it must
	 * not change any more
	 */
	public void append(byte[] line) {
		this.callers.append(line);
	}

	/**
	 * Counts a line that could not even be encoded. No record in the file marks its
	 * place: what cannot encode a line may not encode such a record either. Returns
	 * immediately.
	 */
	public void countLost() {
		this.queue.countLost();
	}

	/**
	 * Have the file opened, soon, by the file thread. Returns at once; a second call does
	 * nothing.
	 */
	public void open() {
		this.daemons.open();
	}

	/**
	 * Have the file archived, soon, by the file thread, whatever its size. Returns at
	 * once. Does nothing while the file is empty or takes no lines.
	 */
	public void rotate() {
		this.daemons.rotate();
	}

	/**
	 * Lets only the file thread write, and no caller wait, while the application starts:
	 * until {@link #goOn()}, or for 5 seconds. Without effect on {@link Delivery#ASYNC}.
	 */
	public void starting() {
		this.queue.starting();
	}

	/**
	 * From now on only the file thread writes: the application is closing, and its last
	 * thread must not be caught in a write.
	 */
	public void closing() {
		this.queue.closing();
	}

	/**
	 * Undo {@link #closing()}: another application begins to use this writer.
	 */
	public void goOn() {
		this.queue.goOn();
	}

	/**
	 * Wait until every line that was taken so far is in the file. Opens the file if that
	 * was not asked for yet, and tries an unwritable one once more. The writer goes on
	 * taking lines.
	 * @param atMost longest to wait
	 * @return whether all of them are in the file
	 */
	public boolean drain(Duration atMost) {
		long target = this.queue.facts().added();
		long tries = this.daemons.tryNow();
		try (Deadline patience = new Deadline(atMost.toNanos())) {
			while (!this.queue.isWritten(target)) {
				if (patience.isOver() || (this.daemons.hasTriedSince(tries) && this.queue.facts().failure() != null)) {
					return false;
				}
				patience.pause(ROOM_CHECK_NANOS);
			}
		}
		return true;
	}

	/**
	 * Write what is left, for at most 2 seconds, take no more lines, end the threads and
	 * close the file. What could not be written is lost and counted.
	 */
	@Override
	public void close() {
		closing();
		drain(CLOSE_TIMEOUT);
		this.queue.close();
		this.daemons.finish();
	}

	/**
	 * Say what is known of the file, from memory, without waiting for anything.
	 * @return the status at this moment
	 */
	public LogFileStatus status() {
		return this.daemons.status();
	}

}
