package io.netraven.logging.file.buffer;

/**
 * Accounts for the memory of pending entries against the capacity of the buffer.
 * {@link PendingLines} counts without a call, so that no error strikes between an entry
 * and its count.
 */
final class BufferSpace {

	/**
	 * Maximum memory of a gap: its record, and the block of the lines behind it.
	 */
	static final int GAP_COST = 1024;

	private static final int MOST_GAP_BYTES = 32 * GAP_COST;

	private final long capacity;

	/**
	 * Memory of lines in bytes.
	 */
	long bytes;

	long gapBytes;

	BufferSpace(long capacity) {
		this.capacity = capacity;
	}

	/**
	 * Returns whether a gap of its own may be added for lines that are left out: pauses
	 * may alternate with an outage while the buffer is full.
	 * @return whether it fits, or there are few gaps yet
	 */
	boolean hasRoomForGap() {
		return this.gapBytes < MOST_GAP_BYTES || this.bytes + this.gapBytes + GAP_COST <= this.capacity;
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

}
