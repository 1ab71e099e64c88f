package io.netraven.logging.file.buffer;

import java.time.Instant;

import io.netraven.logging.file.queue.QueueMonitor;

/**
 * Whole lines that wait for the file, oldest first, in a bounded amount of memory. Each
 * entry has a position: the first is 1. Not thread-safe: all methods must be called with
 * the lock of the {@link QueueMonitor} held.
 * <p>
 * One idea: the queue between {@code head} and {@code tail}, whose lines, gaps, bytes and
 * positions have to change together: no call stands between these changes, so that no
 * error can. Their storage is in {@link BlockQueue} and {@link BufferSpace}.
 */
public final class PendingLines {

	/**
	 * Memory in bytes that a line costs besides its own: its entry in the block.
	 */
	public static final int LINE_OVERHEAD = 8;

	/**
	 * Maximum number of bytes of one write, unless a single line is longer. A process
	 * that is killed during a write of several megabytes can tear it.
	 */
	public static final int LARGEST_BATCH = 64 * 1024;

	private final BufferSpace space;

	private final BlockQueue blocks;

	/**
	 * Position of the newest entry. Only grows.
	 */
	private long tail;

	/**
	 * Position of the newest entry that is completely written. Only grows, and never past
	 * {@link #tail}.
	 */
	private long head;

	private long lines;

	/**
	 * How many lines were dropped while there was no memory for a gap. The next line that
	 * is added or dropped creates the gap.
	 */
	private long unmarked;

	public PendingLines(long capacity) {
		this.space = new BufferSpace(capacity);
		this.blocks = new BlockQueue(capacity);
	}

	public long capacity() {
		return this.space.capacity();
	}

	/**
	 * Returns how much memory new callers may fill. The rest is reserved for callers that
	 * already wait for room: otherwise new callers could starve them.
	 * @return memory in bytes
	 */
	public long capacityForNewcomers() {
		return capacity() - capacity() / 16;
	}

	/**
	 * Returns whether a line fits. A line that is longer than the limit fits only while
	 * nothing else is pending.
	 * @param line the line
	 * @param limit maximum memory in bytes
	 * @return whether it fits
	 */
	public boolean hasRoomFor(byte[] line, long limit) {
		return isEmpty() || this.space.hasRoomFor(line.length, limit);
	}

	public boolean isHalfFull() {
		return this.space.isHalfUsed();
	}

	public boolean isEmpty() {
		return this.head == this.tail;
	}

	/**
	 * Adds a line, whether or not it fits. If an error strikes, it is neither added nor
	 * counted.
	 * @param line a whole record; a long one is not copied
	 * @return its position
	 */
	public long add(byte[] line) {
		if (!(this.blocks.last() instanceof LineBlock block) || !block.add(line)) {
			this.blocks.add(this.blocks.blockFor(line, this.space.bytes));
		}
		this.lines++;
		this.space.bytes += line.length + LINE_OVERHEAD;
		return ++this.tail;
	}

	/**
	 * Drops a line that does not fit: the gap at the tail grows until a line is added
	 * behind it.
	 * @param number its number, or 0
	 * @param when when the line was logged
	 * @param reason why it did not fit
	 */
	public void drop(long number, Instant when, String reason) {
		mark(when, reason, 1 + this.unmarked, number, false);
	}

	/**
	 * Leaves out a line on request. Its gap is not that of lines that did not fit, unless
	 * there is no room for another one.
	 * @param number its number, or 0
	 * @param when when the line was logged
	 * @param reason why it is left out
	 */
	public void leaveOut(long number, Instant when, String reason) {
		mark(when, reason, 1 + this.unmarked, number, true);
	}

	/**
	 * Drops a line without allocating memory.
	 */
	public void dropUnmarked() {
		this.unmarked++;
	}

	public boolean hasUnmarked() {
		return this.unmarked > 0;
	}

	/**
	 * Creates the gap of lines that were dropped without one.
	 * @param when the present time
	 */
	public void markUnmarked(Instant when) {
		mark(when, "an error in the JVM ended the log call", this.unmarked, 0, false);
	}

	private void mark(Instant when, String reason, long dropped, long number, boolean requested) {
		if (this.blocks.last() instanceof GapBlock gap && gap.isOpen()
				&& (gap.isRequested() == requested || !this.space.hasRoomForGap())) {
			gap.add(when, dropped, number);
		}
		else {
			this.blocks.add(new GapBlock(when, reason, dropped, number, requested));
			this.space.gapBytes += BufferSpace.GAP_COST;
			this.tail++;
		}
		this.unmarked = 0;
	}

	/**
	 * Starts a batch of the oldest entries. It ends with a whole entry.
	 * @param batch the batch to start
	 */
	public void fill(Batch batch) {
		batch.start(this.blocks.first());
	}

	/**
	 * Removes the batch that was filled last. It must be completely written.
	 * @param batch the batch
	 * @return the number of lines that were removed
	 */
	public int remove(Batch batch) {
		Block block = this.blocks.first();
		int removed = remove(block, batch.entries(), batch.end(), batch.end());
		batch.removed = true;
		removeIfWritten(block);
		return removed;
	}

	/**
	 * Removes the written part of the batch that was filled last.
	 * @param bytes how many of its bytes are written
	 * @return the number of lines that were removed
	 */
	public int removePart(int bytes) {
		Block block = this.blocks.first();
		int offset = block.offset() + bytes;
		int entries = block.entriesUpTo(offset);
		int removed = remove(block, entries, block.endOf(entries), offset);
		removeIfWritten(block);
		return removed;
	}

	private int remove(Block block, int entries, int end, int offset) {
		boolean isLines = block instanceof LineBlock;
		int bytes = end - block.landedEnd();
		block.land(entries, end, offset);
		this.head += entries;
		if (isLines) {
			this.lines -= entries;
			this.space.bytes -= bytes + (long) entries * LINE_OVERHEAD;
		}
		else {
			this.space.gapBytes -= (long) entries * BufferSpace.GAP_COST;
		}
		return (isLines) ? entries : 0;
	}

	private void removeIfWritten(Block block) {
		if (block.entries() == 0) {
			this.blocks.removeFirst();
		}
	}

	/**
	 * Leaves the memory of the oldest entries to a thread that has lost its turn and may
	 * still read it.
	 */
	public void leaveHead() {
		this.blocks.copyFirst();
	}

	/**
	 * Marks the oldest entry as not written at all: it is written again from its
	 * beginning, to another file or behind a fragment.
	 */
	public void rewindHead() {
		this.blocks.first().rewind();
	}

	/**
	 * Returns whether the oldest entry is partly written.
	 * @return whether the next byte belongs inside a line
	 */
	public boolean isInsideLine() {
		return this.blocks.first().isInsideEntry();
	}

	public long head() {
		return this.head;
	}

	public long tail() {
		return this.tail;
	}

	public long lines() {
		return this.lines;
	}

	public long bytes() {
		return this.space.bytes;
	}

}
