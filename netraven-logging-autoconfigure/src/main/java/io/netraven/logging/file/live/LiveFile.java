package io.netraven.logging.file.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.OpenFile;
import org.jspecify.annotations.Nullable;

/**
 * A log file that is open for appending. One idea: an open file with what this process
 * remembers of it while it has it open; each note says which thread may touch it. Only
 * the holder of the turn writes to the file.
 */
public final class LiveFile {

	private final OpenFile file;

	private final @Nullable Object key;

	private final KnownSize size;

	private final LineEnd lineEnd;

	/**
	 * The path of the file since this process has archived it, or {@code null}. Used by
	 * the file thread.
	 */
	private @Nullable Path archive;

	/**
	 * How many lines this process has written to the file. Changes with the lock of the
	 * queue held; the file thread reads it as it was when it last held the lock.
	 */
	private long lines;

	/**
	 * {@link #lines} when the path was last found to name this file. Used by the file
	 * thread.
	 */
	private long linesSeen;

	/**
	 * Where the file ended at least when the path was last found to name it. Used by the
	 * file thread.
	 */
	private long endSeen;

	/**
	 * How many bytes of the file are at the head of the next one, because this one was
	 * removed. Used by the file thread.
	 */
	private long rescued;

	/**
	 * Why not all of those bytes are there, or {@code null}. Used by the file thread.
	 */
	private @Nullable String rescueProblem;

	/**
	 * Whether the path no longer names this file. Used by the file thread.
	 */
	private boolean left;

	/**
	 * Whether the file ends inside a line that will not be continued. Used by the holder
	 * of the turn.
	 */
	private boolean fragment;

	public LiveFile(OpenFile file, FileFacts facts, LineEnd lineEnd, boolean fragment) {
		this.file = file;
		this.key = facts.key();
		this.size = new KnownSize(facts.size());
		this.endSeen = facts.size();
		this.lineEnd = lineEnd;
		this.fragment = fragment;
	}

	/**
	 * Writes a complete batch. Ends a fragment at the end of the file first.
	 * @param batch the batch to write
	 * @throws IOException if not all bytes were written; some of them may have been
	 */
	public void write(Batch batch) throws IOException {
		endFragment();
		this.size.writing(batch.length());
		this.file.write(batch.bytes(), batch.offset(), batch.length());
		batch.noteWritten();
		this.size.written();
	}

	/**
	 * Appends lines of another file. Must be called by the file thread while nobody can
	 * take the turn on this one.
	 * @param lines whole lines, or part of one
	 * @throws IOException if not all bytes were written; some of them may have been
	 */
	void append(byte[] lines) throws IOException {
		this.size.writing(lines.length);
		this.fragment = true;
		try {
			this.file.write(lines, 0, lines.length);
		}
		catch (IOException ex) {
			this.size.grownTo(this.file.size());
			throw ex;
		}
		this.fragment = false;
		this.size.written();
	}

	public void endFragment() throws IOException {
		if (this.fragment) {
			if (endsInsideLine()) {
				byte[] end = this.lineEnd.afterFragment(this.size.end());
				this.size.writing(end.length);
				this.file.write(end, 0, end.length);
				this.size.written();
			}
			this.fragment = false;
		}
	}

	/**
	 * Looks at the end of the file once more: what looked like a fragment may have been a
	 * line that another process was writing, or that one has ended it.
	 * @return whether the file ends inside a line, or that is not known
	 */
	private boolean endsInsideLine() {
		try {
			int length = this.lineEnd.length();
			return !this.lineEnd.isAtEndOf(this.file.read(Math.max(0, this.file.size() - length), length));
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * Continues where the same file left off when it was open before, possibly inside a
	 * line.
	 * @param former the same file, as it was open before
	 */
	public void continueAfter(LiveFile former) {
		this.fragment = former.fragment;
	}

	/**
	 * Continues with what the same file has become since it was opened once more. Must be
	 * called with the lock of the queue held, before the first write.
	 * @param former the same file, as it was open before
	 */
	public void takeOverFrom(LiveFile former) {
		continueAfter(former);
		this.size.grownTo(former.size().end());
		this.lines = former.lines;
		this.linesSeen = former.linesSeen;
	}

	public void startFragment() {
		this.fragment = true;
	}

	/**
	 * Finds out how much of a batch a failed write has left in the file.
	 * @param batch the batch that was to be written
	 * @return the part that is in the file; nothing if that cannot be found out
	 */
	public PartialWrite partOf(Batch batch) {
		return PartialWrite.of(batch, this.file, this.size.end(), this.lineEnd);
	}

	public boolean is(FileFacts facts) {
		return this.key == null || Objects.equals(this.key, facts.key());
	}

	public boolean isSameFileAs(LiveFile other) {
		return this.key != null && this.key.equals(other.key);
	}

	/**
	 * Returns whether two open files are certainly different files.
	 * @param other the other file
	 * @return {@code false} if they are the same file, or if that is not known
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
	 * Counts lines that were written. Must be called with the lock of the queue held.
	 * @param count the number of lines
	 */
	public void countLines(int count) {
		this.lines = this.lines + count;
	}

	public long lines() {
		return this.lines;
	}

	/**
	 * Notes that the path names this file.
	 * @param linesThen {@link #lines} before that was found
	 * @param endThen where the file ended at least
	 */
	public void seenWith(long linesThen, long endThen) {
		this.linesSeen = linesThen;
		this.endSeen = endThen;
	}

	long endSeen() {
		return this.endSeen;
	}

	/**
	 * Returns whether no other process has written to the file, as far as is known now.
	 * @return whether it has only lines of this process since it was opened
	 * @throws IOException if its size cannot be read
	 */
	public boolean isOursAlone() throws IOException {
		return this.size.isOursAlone(this.file.size());
	}

	long presentSize() throws IOException {
		return this.file.size();
	}

	byte[] read(long position, int length) throws IOException {
		return this.file.read(position, length);
	}

	LineEnd lineEnd() {
		return this.lineEnd;
	}

	void noteRescued(int bytes) {
		this.rescued += bytes;
	}

	long rescued() {
		return this.rescued;
	}

	public void noteRescueProblem(String problem) {
		this.rescueProblem = problem;
	}

	@Nullable String rescueProblem() {
		return this.rescueProblem;
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

	/**
	 * Has the operating system put the file on the disk. Used by the file thread.
	 * @throws IOException if it cannot
	 */
	public void force() throws IOException {
		this.file.force();
	}

	public void close() throws IOException {
		this.file.close();
	}

}
