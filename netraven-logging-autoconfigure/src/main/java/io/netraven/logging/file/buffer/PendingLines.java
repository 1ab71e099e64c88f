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

	private final long capacity;

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

	private long bytes;

	public PendingLines(long capacity) {
		this.capacity = capacity;
		this.blocks = new BlockQueue(capacity);
	}

	public long capacity() {
		return this.capacity;
	}

	/**
	 * Returns what newcomers may fill. The rest is kept for callers that came earlier and
	 * wait for room: otherwise those who come at the right moment would always have it.
	 * @return memory in bytes
	 */
	public long capacityForNewcomers() {
		return this.capacity - this.capacity / 16;
	}

	/**
	 * Returns whether a line fits. A line that is longer than the limit fits only alone.
	 * @param line the line
	 * @param limit memory that may be used, in bytes
	 * @return whether it fits
	 */
	public boolean hasRoomFor(byte[] line, long limit) {
		return isEmpty() || this.bytes + line.length + LINE_OVERHEAD <= limit;
	}

	public boolean isHalfFull() {
		return this.bytes > this.capacity / 2;
	}

	public boolean isEmpty() {
		return this.head == this.tail;
	}

	public long add(byte[] line) {
		this.blocks.add(line, this.bytes);
		this.lines++;
		this.bytes += line.length + LINE_OVERHEAD;
		return ++this.tail;
	}

	/**
	 * Record that a line did not fit: the gap at the tail grows, until the next line that
	 * is added closes it.
	 * @param when when the line was logged
	 * @param reason why it did not fit
	 */
	public void drop(Instant when, String reason) {
		if (this.blocks.last() instanceof GapBlock dropped && dropped.isOpen()) {
			dropped.add(when);
			return;
		}
		this.blocks.add(new GapBlock(when, reason));
		this.tail++;
	}

	/**
	 * Make a batch of the oldest entries, which ends with a whole entry.
	 * @param batch what to make it of
	 */
	public void fill(Batch batch) {
		batch.start(this.blocks.first());
	}

	/**
	 * Remove what the operating system has taken of the batch that was filled last.
	 * @param taken how many of its bytes
	 * @return how many lines were removed
	 */
	public int remove(int taken) {
		Block block = this.blocks.first();
		int start = block.landedEnd();
		int entries = block.land(taken);
		this.head += entries;
		int removed = 0;
		if (block instanceof LineBlock) {
			removed = entries;
			this.lines -= removed;
			this.bytes -= block.landedEnd() - start + (long) removed * LINE_OVERHEAD;
		}
		if (block.entries() == 0) {
			this.blocks.removeFirst();
		}
		return removed;
	}

	/**
	 * Leave the memory of the oldest entries to a writer that may still read it.
	 */
	public void leaveHead() {
		this.blocks.copyFirst();
	}

	/**
	 * Have the oldest entry written whole again, for another file or behind a fragment.
	 */
	public void rewindHead() {
		this.blocks.first().rewind();
	}

	/**
	 * Look whether the operating system has taken the beginning of an entry but not its
	 * end.
	 * @return whether it has
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
		return this.bytes;
	}

}
