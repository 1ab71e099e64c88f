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
 * Appends whole lines to one file, in order and once each, whatever happens to the file.
 * One idea: this type is the complete interface of the engine, so most of it is the
 * contract of its methods.
 * <p>
 * While the file is writable, {@link #append} returns once the operating system has the
 * line (or, with {@link Delivery#ASYNC}, once the line is in memory). During an outage,
 * lines are kept in memory up to a limit, opening the file is retried, and the kept lines
 * are written when the file is back; where lines had to be dropped, one record stands in
 * their place.
 * <p>
 * A log call waits for at most {@code max-wait}, for room in a full buffer included,
 * except that with {@link Delivery#SYNC} one thread at a time can be caught in a write
 * that the operating system does not finish. A line that is longer than the buffer is
 * accepted only while no other line waits.
 * <p>
 * Thread-safe. Two daemon threads belong to it from its creation until it is closed:
 * {@code netraven-log-file} and {@code netraven-log-watch}. A third one,
 * {@code netraven-log-archive}, exists while there is work on archives. None of the
 * methods throws because of the file: outages are reported by {@link #status()} and to
 * the {@link LogFileListener}.
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
				listener, new LineEnd(gapEncoder.lineEnd(), gapEncoder.fragmentEnd()), operations);
	}

	/**
	 * Creates a writer and starts its threads. It keeps lines in memory until it is
	 * {@link #open() opened}, half of its buffer is used, or 5 seconds have passed; then
	 * it opens the file. A thread that cannot be started now is started later.
	 * @param settings how the file is written
	 * @param gapEncoder encodes the record for lines that were lost
	 * @param listener called by the watch thread
	 * @return a writer in state {@link LogFileState#CAPTURING}
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
	 * Appends one line. Returns when the line is in the file (with
	 * {@link Delivery#ASYNC}: in memory), or after {@code max-wait}, or immediately while
	 * the file is not writable. While the buffer is full, waits for room for at most
	 * {@code max-wait} if the file is writable; a line that still does not fit is
	 * dropped, counted and recorded as a {@link Gap}. After {@link #close()}, lines are
	 * only counted as lost.
	 * <p>
	 * Interrupts neither shorten the wait nor get lost. Lines of the threads of this
	 * writer, and of the {@link GapEncoder}, never wait. Throws nothing but an
	 * {@link Error} of the JVM; the line is written by the file thread then, or counted
	 * as lost.
	 * @param line a whole record, including the end of the line; it is not always copied,
	 * so it must not be modified afterwards
	 */
	public void append(byte[] line) {
		append(line, 0);
	}

	/**
	 * Appends one line that has a number: a {@link Gap} says the numbers of its lines.
	 * Otherwise the same as {@link #append(byte[])}.
	 * @param line a whole record, including the end of the line
	 * @param number the number of the line, or 0 if it has none
	 */
	public void append(byte[] line, long number) {
		this.callers.append(line, number);
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
	 * Requests that the file be opened by the file thread. Returns immediately. Further
	 * calls have no effect.
	 */
	public void open() {
		this.daemons.open();
	}

	/**
	 * Requests that the file be archived by the file thread, whatever its size, and even
	 * if rotation is disabled. Returns immediately. Before the file is open and during an
	 * outage, one request is kept until it is writable. A request has no effect if the
	 * file is empty, is a symbolic link or cannot be renamed, or if a write does not
	 * return.
	 */
	public void rotate() {
		this.daemons.rotate();
	}

	/**
	 * Requests that the file be opened anew by the file thread: the path is looked at
	 * now, and an unwritable file is tried once more now. Returns immediately. During a
	 * pause, one request is kept until it ends.
	 */
	public void reopen() {
		this.daemons.reopen();
	}

	/**
	 * Pauses file logging until {@link #resume()}. Returns immediately. Lines of later
	 * calls are left out of the file and counted, and their calls do not wait; one record
	 * stands in their place once file logging is resumed or the pending lines are
	 * {@link #drain drained}. Lines of earlier calls are written if the file is writable,
	 * otherwise kept; apart from that, the file is left alone: it stays open, but is
	 * neither written, looked at, rotated nor tried. Further calls have no effect.
	 */
	public void pause() {
		this.queue.pause();
	}

	/**
	 * Ends {@link #pause()}. Returns immediately. The path is looked at first. Has no
	 * effect without a pause.
	 */
	public void resume() {
		this.daemons.look();
		this.queue.resume();
	}

	/**
	 * Delivers lines as with {@link Delivery#ASYNC} while the application starts: only
	 * the file thread writes, and no caller waits for its line to be written. Ends with
	 * {@link #goOn()}, or 5 seconds after {@code capture}. Has no effect with
	 * {@link Delivery#ASYNC}.
	 */
	public void starting() {
		this.queue.starting();
	}

	/**
	 * Lets only the file thread write until {@link #goOn()}: the application is closing,
	 * and its last thread must not be caught in a write. With {@link Delivery#SYNC},
	 * callers still wait for their lines, for at most {@code max-wait}. Returns
	 * immediately.
	 */
	public void closing() {
		this.queue.closing();
	}

	/**
	 * Ends {@link #starting()} and undoes {@link #closing()}: delivery is as configured
	 * again, for this application or another one that uses the same writer.
	 */
	public void goOn() {
		this.queue.goOn();
	}

	/**
	 * Waits until every line appended before this call is in the file. Requests that the
	 * file be opened if that has not been done, and that an unwritable file be tried once
	 * more now, even during a pause; if that attempt fails, returns without waiting any
	 * longer. Other threads may go on appending. Interrupts neither shorten the wait nor
	 * get lost.
	 * @param atMost maximum time to wait
	 * @return whether all of these lines are in the file
	 */
	public boolean drain(Duration atMost) {
		this.queue.writePending();
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
	 * Closes the writer. Waits for at most 2 seconds until the pending lines are written;
	 * those that are not are lost and counted. From then on no line is accepted. Has the
	 * file closed and the threads end soon afterwards, without waiting for either. Must
	 * be called once.
	 */
	@Override
	public void close() {
		closing();
		drain(CLOSE_TIMEOUT);
		this.queue.close();
		this.daemons.finish();
	}

	/**
	 * Returns the status of the file from memory. Never waits for the disk.
	 * @return the status at this moment
	 */
	public LogFileStatus status() {
		return this.daemons.status();
	}

	/**
	 * Returns everything that is known of the file from memory. Never waits for the disk.
	 * @return what is known at this moment
	 */
	public LogFileReport report() {
		return this.daemons.report();
	}

}
