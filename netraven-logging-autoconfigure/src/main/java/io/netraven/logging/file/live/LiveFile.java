package io.netraven.logging.file.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.OpenFile;
import org.jspecify.annotations.Nullable;

/**
 * A log file that is open for appending. Only the holder of the turn writes to it.
 *
 * @author NetRaven maintainers
 */
public final class LiveFile {

	private final OpenFile file;

	private final @Nullable Object key;

	private final KnownSize size;

	private final LineEnd lineEnd;

	/**
	 * The name that this process has given to the file when it archived it. Used by the
	 * file thread.
	 */
	private @Nullable Path archive;

	/**
	 * How many lines this process has written to the file. Changes under the lock of the
	 * queue; the file thread reads it as it was when it last held the lock.
	 */
	private long lines;

	/**
	 * {@link #lines} when the path was last seen to name this file. Used by the file
	 * thread.
	 */
	private long linesSeen;

	/**
	 * Whether the path names another file. Used by the file thread.
	 */
	private boolean left;

	/**
	 * Whether the file ends inside a line that nobody will go on with. Used by the holder
	 * of the turn.
	 */
	private boolean fragment;

	public LiveFile(OpenFile file, FileFacts facts, LineEnd lineEnd, boolean fragment) {
		this.file = file;
		this.key = facts.key();
		this.size = new KnownSize(facts.size());
		this.lineEnd = lineEnd;
		this.fragment = fragment;
	}

	/**
	 * Writes a batch whole. Ends a fragment at the end of the file first.
	 * @param batch what to write
	 * @throws IOException if not all of it was taken; some bytes may have been
	 */
	public void write(Batch batch) throws IOException {
		endFragment();
		this.size.writing(batch.length());
		this.file.write(batch.bytes(), batch.offset(), batch.length());
		batch.noteWritten();
		this.size.written();
	}

	public void endFragment() throws IOException {
		if (this.fragment) {
			byte[] end = this.lineEnd.afterFragment(this.size.end());
			this.size.writing(end.length);
			this.file.write(end, 0, end.length);
			this.size.written();
			this.fragment = false;
		}
	}

	/**
	 * Goes on where the same file, opened before, left off: perhaps inside a line.
	 * @param former the same file
	 */
	public void continueAfter(LiveFile former) {
		this.fragment = former.fragment;
	}

	public void startFragment() {
		this.fragment = true;
	}

	/**
	 * Finds out how much of a batch a failed write has left in the file. The rest of a
	 * line may look like the end of another process's line, so it is looked for only
	 * while nobody else writes.
	 * @param batch what was to be written
	 * @return what the file has of it; nothing if the file does not tell
	 */
	public PartialWrite partOf(Batch batch) {
		return PartialWrite.of(batch, this.file, this.size.end());
	}

	public boolean is(FileFacts facts) {
		return this.key == null || Objects.equals(this.key, facts.key());
	}

	public boolean isSameFileAs(LiveFile other) {
		return this.key != null && this.key.equals(other.key);
	}

	/**
	 * Returns whether another open file is certainly another one.
	 * @param other the other one
	 * @return {@code false} if that is not known
	 */
	public boolean isOtherThan(LiveFile other) {
		return this.key != null && !this.key.equals(other.key);
	}

	public @Nullable Object key() {
		return this.key;
	}

	public KnownSize size() {
		return this.size;
	}

	/**
	 * Counts lines that are in the file. Must be called with the lock of the queue held.
	 * @param count how many more
	 */
	public void countLines(int count) {
		this.lines = this.lines + count;
	}

	public long lines() {
		return this.lines;
	}

	public void seenWith(long linesThen) {
		this.linesSeen = linesThen;
	}

	public long linesSinceSeen() {
		return this.lines - this.linesSeen;
	}

	public void leave() {
		this.left = true;
	}

	public boolean isLeft() {
		return this.left;
	}

	public @Nullable Path archive() {
		return this.archive;
	}

	public void archivedAs(Path name) {
		this.archive = name;
		this.size.neverFull();
	}

	public void close() throws IOException {
		this.file.close();
	}

}
