package io.netraven.logging.file.buffer;

/**
 * How much memory pending entries use, and how much they may.
 *
 * @author NetRaven maintainers
 */
final class BufferSpace {

	/**
	 * Most memory of a gap: the record that will stand for it, and the block of the lines
	 * behind it.
	 */
	private static final int GAP_COST = 1024;

	private final long capacity;

	/**
	 * Memory of lines, and of gaps.
	 */
	private long bytes;

	private long gapBytes;

	BufferSpace(long capacity) {
		this.capacity = capacity;
	}

	void addLine(int length) {
		this.bytes += length + PendingLines.LINE_OVERHEAD;
	}

	void removeLines(long lines, int length) {
		this.bytes -= length + lines * PendingLines.LINE_OVERHEAD;
	}

	void addGap() {
		this.gapBytes += GAP_COST;
	}

	void removeGaps(int gaps) {
		this.gapBytes -= (long) gaps * GAP_COST;
	}

	boolean hasRoomFor(int length, long limit) {
		return this.bytes + this.gapBytes + length + PendingLines.LINE_OVERHEAD <= limit;
	}

	boolean isHalfUsed() {
		return this.bytes > this.capacity / 2;
	}

	long capacity() {
		return this.capacity;
	}

	long bytes() {
		return this.bytes;
	}

}
