package io.netraven.logging.file.buffer;

import java.time.Instant;

import io.netraven.logging.file.queue.QueueMonitor;

/**
 * Whole lines that wait for the file, oldest first, in a bounded amount of memory. Every
 * entry has a position: the first is 1. Not safe for use by several threads: the lock of
 * the {@link QueueMonitor} guards it.
 *
 * @author NetRaven maintainers
 */
public final class PendingLines {

	/**
	 * What a line costs besides its bytes: its place in the block.
	 */
	public static final int LINE_OVERHEAD = 8;

	/**
	 * Most bytes of one write, unless a single line is longer. A process that is killed
	 * in a write of several megabytes can tear it.
	 */
	public static final int LARGEST_BATCH = 64 * 1024;

	private final BufferSpace space;

	private final BlockQueue blocks;

	/**
	 * Position of the newest entry. Only grows.
	 */
	private long tail;

	/**
	 * Position of the newest entry that the operating system has taken whole. Only grows,
	 * and never past {@link #tail}.
	 */
	private long head;

	private long lines;

	/**
	 * How many lines were dropped while there was no memory to mark the place. The next
	 * line that is added or dropped marks it.
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
	 * Returns what newcomers may fill. The rest is kept for callers that came earlier and
	 * wait for room: otherwise those who come at the right moment would always have it.
	 * @return memory in bytes
	 */
	public long capacityForNewcomers() {
		return capacity() - capacity() / 16;
	}

	/**
	 * Returns whether a line fits. A line that is longer than the limit fits only alone.
	 * @param line the line
	 * @param limit memory that may be used, in bytes
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
	 * Adds a line, whether or not it fits.
	 * @param line a whole record. A long one is not copied
	 * @return its position
	 */
	public long add(byte[] line) {
		if (!(this.blocks.last() instanceof LineBlock block) || !block.add(line)) {
			this.blocks.addBlockFor(line, this.space.bytes());
		}
		this.lines++;
		this.space.addLine(line.length);
		return ++this.tail;
	}

	/**
	 * Records that a line did not fit: the gap at the tail grows, until the next line
	 * that is added closes it.
	 * @param when when the line was logged
	 * @param reason why it did not fit
	 */
	public void drop(Instant when, String reason) {
		mark(when, reason, 1 + this.unmarked);
	}

	/**
	 * Records that a line could not be kept, without allocating memory.
	 */
	public void dropUnmarked() {
		this.unmarked++;
	}

	public boolean hasUnmarked() {
		return this.unmarked > 0;
	}

	/**
	 * Marks the place of lines that were dropped unmarked.
	 * @param when the present time
	 */
	public void markUnmarked(Instant when) {
		mark(when, "an error in the JVM ended the log call", this.unmarked);
	}

	private void mark(Instant when, String reason, long dropped) {
		if (this.blocks.last() instanceof GapBlock gap && gap.isOpen()) {
			gap.add(when, dropped);
		}
		else {
			this.blocks.add(new GapBlock(when, reason, dropped));
			this.space.addGap();
			this.tail++;
		}
		this.unmarked = 0;
	}

	/**
	 * Begins a batch of the oldest entries. It ends with a whole entry.
	 * @param batch what to fill
	 */
	public void fill(Batch batch) {
		batch.start(this.blocks.first());
	}

	/**
	 * Removes the batch that was filled last, which is written.
	 * @param batch the batch
	 * @return how many lines were removed
	 */
	public int remove(Batch batch) {
		Block block = this.blocks.first();
		int start = block.landedEnd();
		int entries = batch.entries();
		block.land(entries, batch.end());
		return removed(block, entries, start);
	}

	/**
	 * Removes what is written of the batch that was filled last.
	 * @param bytes how many of its bytes
	 * @return how many lines were removed
	 */
	public int removePart(int bytes) {
		Block block = this.blocks.first();
		int start = block.landedEnd();
		return removed(block, block.landPart(bytes), start);
	}

	private int removed(Block block, int entries, int start) {
		this.head += entries;
		int removed = 0;
		if (block instanceof LineBlock) {
			removed = entries;
			this.lines -= entries;
			this.space.removeLines(entries, block.landedEnd() - start);
		}
		else {
			this.space.removeGaps(entries);
		}
		if (block.entries() == 0) {
			this.blocks.removeFirst();
		}
		return removed;
	}

	/**
	 * Leaves the memory of the oldest entries to a writer that may still read it.
	 */
	public void leaveHead() {
		this.blocks.copyFirst();
	}

	/**
	 * Has the oldest entry written whole again, for another file or behind a fragment.
	 */
	public void rewindHead() {
		this.blocks.first().rewind();
	}

	/**
	 * Returns whether the beginning of the oldest entry is written but not its end.
	 * @return whether it is
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
		return this.space.bytes();
	}

}
