package io.netraven.logging.file;

import java.time.Instant;

/**
 * Whole lines that wait for the file, oldest first, in a bounded amount of memory. Every
 * entry has a position: the first is 1. Not safe for use by several threads: the lock of
 * the {@link WriteQueue} guards it.
 *
 * @author NetRaven maintainers
 */
final class PendingLines {

	/**
	 * What a line costs besides its bytes: the array's header and its place in the ring.
	 */
	static final int LINE_OVERHEAD = 32;

	private final long capacity;

	private Object[] ring = new Object[256];

	/**
	 * Position of the newest entry. Only grows.
	 */
	private long tail;

	/**
	 * Position of the newest entry that the operating system has taken whole. Only grows,
	 * and never past {@link #tail}.
	 */
	private long head;

	/**
	 * How many bytes of the oldest entry the operating system has already taken.
	 */
	private int headOffset;

	private long bytes;

	private long lines;

	PendingLines(long capacity) {
		this.capacity = capacity;
	}

	boolean hasRoomFor(byte[] line) {
		return isEmpty() || this.bytes + line.length + LINE_OVERHEAD <= this.capacity;
	}

	boolean isHalfFull() {
		return this.bytes > this.capacity / 2;
	}

	boolean isEmpty() {
		return this.head == this.tail;
	}

	long add(byte[] line) {
		this.bytes += line.length + LINE_OVERHEAD;
		this.lines++;
		return put(line);
	}

	/**
	 * Record that a line did not fit: the gap at the tail grows, until the next line that
	 * is added closes it.
	 * @param when when the line was logged
	 * @param reason why it did not fit
	 */
	void drop(Instant when, String reason) {
		if (!isEmpty() && entry(this.tail) instanceof DroppedLines dropped && dropped.isOpen()) {
			dropped.add(when);
			return;
		}
		put(new DroppedLines(when, reason));
	}

	private long put(Object entry) {
		if (this.tail - this.head == this.ring.length) {
			grow();
		}
		this.tail++;
		this.ring[slot(this.tail)] = entry;
		return this.tail;
	}

	private void grow() {
		Object[] larger = new Object[this.ring.length * 2];
		for (long position = this.head + 1; position <= this.tail; position++) {
			larger[(int) (position & (larger.length - 1))] = entry(position);
		}
		this.ring = larger;
	}

	/**
	 * Put the oldest entries into a batch, which then ends with a whole entry.
	 * @param batch an empty batch
	 */
	void fill(Batch batch) {
		batch.start(this.head, this.headOffset);
		long position = this.head + 1;
		while (position <= this.tail && batch.accepts(entry(position))) {
			batch.add(entry(position));
			position++;
		}
	}

	/**
	 * Remove what the operating system has taken of a batch.
	 * @param batch the batch that was filled last
	 * @param taken how many of its bytes
	 * @return how many lines were removed
	 */
	int remove(Batch batch, int taken) {
		int removed = 0;
		int left = taken + this.headOffset;
		while (this.head < batch.lastPosition()) {
			int length = Batch.lengthOf(entry(this.head + 1));
			if (left < length) {
				break;
			}
			left -= length;
			removed += removeHead();
		}
		this.headOffset = left;
		return removed;
	}

	private int removeHead() {
		this.head++;
		Object entry = entry(this.head);
		this.ring[slot(this.head)] = null;
		if (entry instanceof byte[] line) {
			this.bytes -= line.length + LINE_OVERHEAD;
			this.lines--;
			return 1;
		}
		return 0;
	}

	/**
	 * Have the oldest entry written whole again, for another file or behind a fragment.
	 */
	void rewindHead() {
		this.headOffset = 0;
	}

	/**
	 * Look whether the operating system has taken the beginning of a line but not its
	 * end.
	 * @return whether it has
	 */
	boolean isInsideLine() {
		return this.headOffset != 0;
	}

	long head() {
		return this.head;
	}

	long tail() {
		return this.tail;
	}

	long lines() {
		return this.lines;
	}

	long bytes() {
		return this.bytes;
	}

	private Object entry(long position) {
		return this.ring[slot(position)];
	}

	private int slot(long position) {
		return (int) (position & (this.ring.length - 1));
	}

}
