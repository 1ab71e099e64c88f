package io.netraven.logging.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import org.jspecify.annotations.Nullable;

/**
 * Writes whole lines to one file. Safe for use by any number of threads.
 *
 * @author NetRaven maintainers
 */
public final class LogFileWriter implements AutoCloseable {

	private final LogFileSettings settings;

	private final Deque<byte[]> pending = new ArrayDeque<>();

	private @Nullable FileOutputStream stream;

	private @Nullable WriteDiagnosis diagnosis;

	private @Nullable Instant lastWrite;

	private long lines;

	private long bytes;

	private boolean closed;

	private LogFileWriter(LogFileSettings settings) {
		this.settings = settings;
	}

	/**
	 * Start a writer that keeps lines in memory until it is {@link #open() opened}.
	 * Touches no disk.
	 * @param settings how to write
	 * @param gapEncoder makes the record for lines that were lost
	 * @param listener hears what becomes of the file
	 * @return a writer that captures
	 */
	public static LogFileWriter capture(LogFileSettings settings, GapEncoder gapEncoder, LogFileListener listener) {
		return new LogFileWriter(settings);
	}

	/**
	 * Take one line. Returns when the line is in the file, or after {@code max-wait}, or
	 * at once while the file takes no lines. Never throws.
	 * @param line a whole record, the end of the line included; not copied, so it must
	 * not change any more
	 */
	public synchronized void append(byte[] line) {
		if (this.closed) {
			return;
		}
		this.pending.add(line);
		write();
	}

	/**
	 * Have the file opened, soon, by the file thread. Returns at once; a second call does
	 * nothing.
	 */
	public synchronized void open() {
		if (this.stream == null) {
			try {
				Path parent = Path.of(this.settings.file()).toAbsolutePath().getParent();
				if (parent != null) {
					Files.createDirectories(parent);
				}
				this.stream = new FileOutputStream(this.settings.file(), true);
				this.diagnosis = null;
			}
			catch (IOException | RuntimeException ex) {
				this.diagnosis = new WriteDiagnosis(String.valueOf(ex.getMessage()), "Mend it");
			}
		}
		write();
	}

	/**
	 * From now on only the file thread writes: the application is closing.
	 */
	public void closing() {
	}

	/**
	 * Wait until every line that was taken so far is in the file. The writer goes on
	 * taking lines. Opens the file if that was not asked for yet.
	 * @param atMost longest to wait
	 * @return whether all of them are in the file
	 */
	public synchronized boolean drain(Duration atMost) {
		open();
		return this.pending.isEmpty();
	}

	/**
	 * Write what is left, for at most two seconds, end the threads and close the file.
	 */
	@Override
	public synchronized void close() {
		drain(Duration.ofSeconds(2));
		this.closed = true;
	}

	/**
	 * Say what is known of the file, from memory.
	 * @return the status at this moment
	 */
	public synchronized LogFileStatus status() {
		LogFileState state = (this.closed) ? LogFileState.CLOSED : (this.diagnosis != null) ? LogFileState.UNAVAILABLE
				: (this.stream != null) ? LogFileState.WRITING : LogFileState.CAPTURING;
		return new LogFileStatus(this.settings.file(), state, null, this.diagnosis, this.lines, this.bytes,
				this.pending.size(), 0, 0, 0, this.lastWrite, -1);
	}

	private void write() {
		try {
			while (this.stream != null && !this.pending.isEmpty()) {
				byte[] line = this.pending.element();
				this.stream.write(line);
				this.pending.remove();
				this.lines++;
				this.bytes += line.length;
				this.lastWrite = Instant.now();
			}
		}
		catch (IOException ex) {
			this.diagnosis = new WriteDiagnosis(String.valueOf(ex.getMessage()), "Mend it");
		}
	}

}
