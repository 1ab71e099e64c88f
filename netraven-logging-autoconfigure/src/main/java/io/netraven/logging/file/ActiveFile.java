package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

import io.netraven.logging.file.FileOperations.FileFacts;
import io.netraven.logging.file.FileOperations.OpenFile;
import org.jspecify.annotations.Nullable;

/**
 * A log file that is open for appending. One thread at a time writes to it: the holder of
 * the turn.
 *
 * @author NetRaven maintainers
 */
final class ActiveFile {

	private static final byte[] NEWLINE = { '\n' };

	private final OpenFile file;

	private final @Nullable Object key;

	/**
	 * Size as far as this writer knows: exact while it is the only one.
	 */
	private volatile long size;

	/**
	 * Size at which this file asks to be archived. Set by the file thread.
	 */
	private volatile long limit = Long.MAX_VALUE;

	/**
	 * The name that this writer has given the file, if it has. Used by the file thread.
	 */
	private @Nullable Path archive;

	/**
	 * Whether the file ends in the middle of a line that nobody will go on with.
	 */
	private boolean fragment;

	ActiveFile(OpenFile file, FileFacts facts, boolean fragment) {
		this.file = file;
		this.key = facts.key();
		this.size = facts.size();
		this.fragment = fragment;
	}

	/**
	 * Write a batch, all of it. A fragment that stands at the end of the file is ended
	 * first.
	 * @param batch what to write
	 * @throws IOException if not all of it was taken; some may have been
	 */
	void write(Batch batch) throws IOException {
		endFragment();
		this.file.write(batch.bytes(), batch.offset(), batch.length());
		this.size += batch.length();
	}

	void endFragment() throws IOException {
		if (this.fragment) {
			this.file.write(NEWLINE, 0, 1);
			this.size++;
			this.fragment = false;
		}
	}

	/**
	 * Go on where the same file, opened before, left off: perhaps in the middle of a
	 * line.
	 * @param former the same file
	 */
	void continueAfter(ActiveFile former) {
		this.fragment = former.fragment;
	}

	void startFragment() {
		this.fragment = true;
	}

	boolean is(FileFacts facts) {
		return this.key == null || Objects.equals(this.key, facts.key());
	}

	boolean isSameFileAs(ActiveFile other) {
		return this.key != null && this.key.equals(other.key);
	}

	boolean isFull() {
		return this.size >= this.limit;
	}

	/**
	 * Ask to be archived after so many more bytes.
	 * @param bytes how many
	 */
	void askAfter(long bytes) {
		long known = this.size;
		this.limit = (bytes < Long.MAX_VALUE - known) ? known + bytes : Long.MAX_VALUE;
	}

	@Nullable Path archive() {
		return this.archive;
	}

	void archivedAs(Path name) {
		this.archive = name;
		this.limit = Long.MAX_VALUE;
	}

	long size() {
		return this.size;
	}

	void close() throws IOException {
		this.file.close();
	}

	/**
	 * Find out how much of a batch was taken by a write that failed.
	 * @param operations reads the file
	 * @param path path of the file
	 * @param before size of the file before the write
	 * @param batch what was written
	 * @return the number of bytes, or -1 if the file shows that somebody else changed it
	 */
	int landed(FileOperations operations, Path path, long before, Batch batch) {
		long grown = this.size - before;
		if (grown < 0 || grown > batch.length()) {
			return -1;
		}
		int landed = (int) grown;
		try {
			byte[] actual = (landed != 0) ? operations.read(path, before, landed) : new byte[0];
			boolean ours = Arrays.equals(actual, 0, actual.length, batch.bytes(), batch.offset(),
					batch.offset() + landed);
			return (ours) ? landed : -1;
		}
		catch (NoSuchFileException ex) {
			return -1;
		}
		catch (IOException ex) {
			return landed;
		}
	}

}
