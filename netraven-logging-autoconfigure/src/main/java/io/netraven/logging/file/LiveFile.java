package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Path;
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
final class LiveFile {

	/**
	 * Most that is searched for what a failed write left. Where others have written more,
	 * lines may stand twice.
	 */
	private static final int SEARCHED_BYTES = 4 * 1024 * 1024;

	private static final byte[] NEWLINE = { '\n' };

	private final OpenFile file;

	private final @Nullable Object key;

	/**
	 * Size as far as this writer knows: exact while it is the only one.
	 */
	private volatile long size;

	/**
	 * Size once the write in progress has returned.
	 */
	private volatile long sizeSoon;

	/**
	 * How much more others have written, or less they have left, as far as looks at the
	 * file have shown.
	 */
	private volatile long others;

	/**
	 * Size at which this file asks to be archived. Set by the file thread.
	 */
	private volatile long limit = Long.MAX_VALUE;

	/**
	 * The name that this writer has given the file, if it has. Used by the file thread.
	 */
	private @Nullable Path archive;

	/**
	 * How many lines this writer has put into the file, and how many of them were in it
	 * when its path was last seen to name it.
	 */
	private volatile long lines;

	private volatile long linesSeen;

	/**
	 * Whether the path names another file. Used by the file thread.
	 */
	private boolean left;

	/**
	 * Whether the file ends in the middle of a line that nobody will go on with.
	 */
	private boolean fragment;

	LiveFile(OpenFile file, FileFacts facts, boolean fragment) {
		this.file = file;
		this.key = facts.key();
		this.size = facts.size();
		this.sizeSoon = facts.size();
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
		this.sizeSoon = this.size + batch.length();
		if (batch.isForBufferOfFileThread()) {
			this.file.writeMuch(batch.bytes(), batch.offset(), batch.length());
		}
		else {
			this.file.write(batch.bytes(), batch.offset(), batch.length());
		}
		this.size = this.sizeSoon;
	}

	void endFragment() throws IOException {
		if (this.fragment) {
			this.sizeSoon = this.size + 1;
			this.file.write(NEWLINE, 0, 1);
			this.size = this.sizeSoon;
			this.fragment = false;
		}
	}

	/**
	 * Go on where the same file, opened before, left off: perhaps in the middle of a
	 * line.
	 * @param former the same file
	 */
	void continueAfter(LiveFile former) {
		this.fragment = former.fragment;
	}

	void startFragment() {
		this.fragment = true;
	}

	boolean is(FileFacts facts) {
		return this.key == null || Objects.equals(this.key, facts.key());
	}

	boolean isSameFileAs(LiveFile other) {
		return this.key != null && this.key.equals(other.key);
	}

	/**
	 * Where the file ends, as far as looks at it have shown.
	 * @return its size in bytes; others may have written more since
	 */
	long end() {
		return this.size + this.others;
	}

	/**
	 * Count lines that are in the file. Called under the lock of the queue.
	 * @param count how many more
	 */
	void countLines(int count) {
		this.lines = this.lines + count;
	}

	long lines() {
		return this.lines;
	}

	void seenWith(long linesThen) {
		this.linesSeen = linesThen;
	}

	long linesSinceSeen() {
		return this.lines - this.linesSeen;
	}

	void leave() {
		this.left = true;
	}

	boolean isLeft() {
		return this.left;
	}

	@Nullable Object key() {
		return this.key;
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

	boolean hasGrownByOthers() {
		return this.others > 0;
	}

	/**
	 * Compare the size that a look has shown with what was written.
	 * @param before {@link #end()} before the look
	 * @param seen what the look has shown
	 * @return how many bytes are missing, at least; 0 if the file was not cut
	 */
	long missing(long before, long seen) {
		long missing = Math.max(0, before - seen);
		long grown = seen - this.sizeSoon;
		if (missing > 0 || grown > this.others) {
			this.others = grown;
		}
		return missing;
	}

	/**
	 * Find out how much of a batch was taken by a write that failed. The rest of a line
	 * may look like the end of another process's line, so it is looked for only while
	 * nobody else writes.
	 * @param batch what was written
	 * @return what the file has of it; nothing if the file does not tell
	 */
	PartialWrite landed(Batch batch) {
		try {
			long known = end();
			long grown = this.file.size() - known;
			if (grown <= 0 || grown > SEARCHED_BYTES) {
				return new PartialWrite(0, grown == 0);
			}
			PartialWrite landed = PartialWrite.in(this.file.read(known, (int) grown), batch.content());
			boolean alone = landed.bytes() == grown;
			return (alone || !batch.startsInsideLine()) ? landed : new PartialWrite(0, false);
		}
		catch (IOException ex) {
			return new PartialWrite(0, false);
		}
	}

}
