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

	/**
	 * What the record of a gap is taken to be long before it is encoded.
	 */
	private static final long GAP_BYTES = 1024;

	private final long capacity;

	private LineRing ring = new LineRing(256);

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

	/**
	 * End of the newest entry, and of the newest that is written.
	 */
	private long tailEnd;

	private long headEnd;

	private long lines;

	/**
	 * How many entries are {@link DroppedLines}.
	 */
	private int gaps;

	PendingLines(long capacity) {
		this.capacity = capacity;
	}

	boolean hasRoomFor(byte[] line) {
		return hasRoomFor(line, this.capacity);
	}

	/**
	 * Look whether a line has room besides what is kept for callers that came earlier and
	 * wait for room. Otherwise those who come at the right moment would always have it.
	 * @param line the line
	 * @return whether it has
	 */
	boolean hasRoomForNewcomer(byte[] line) {
		return hasRoomFor(line, this.capacity - this.capacity / 16);
	}

	private boolean hasRoomFor(byte[] line, long limit) {
		return isEmpty() || bytes() + line.length + LINE_OVERHEAD <= limit;
	}

	boolean isHalfFull() {
		return bytes() > this.capacity / 2;
	}

	boolean isEmpty() {
		return this.head == this.tail;
	}

	long add(byte[] line) {
		this.tailEnd += line.length;
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
		if (!isEmpty() && this.ring.entry(this.tail) instanceof DroppedLines dropped && dropped.isOpen()) {
			dropped.add(when);
			return;
		}
		this.gaps++;
		this.tailEnd += GAP_BYTES;
		put(new DroppedLines(when, reason));
	}

	private long put(Object entry) {
		if (this.tail - this.head == this.ring.size()) {
			this.ring = this.ring.larger(this.head, this.tail);
		}
		this.tail++;
		this.ring.put(this.tail, entry, this.tailEnd);
		return this.tail;
	}

	/**
	 * Make a batch of the oldest entries, which ends with a whole entry.
	 * @param batch what to make it of
	 * @param writer whose turn it is
	 */
	void fill(Batch batch, Writer writer) {
		long last = lastThatFits(writer.mostBytes());
		if (this.gaps > 0) {
			closeGaps(last);
		}
		batch.start(this.ring, this.head, (int) (last - this.head), this.headOffset, writer);
	}

	private long lastThatFits(int most) {
		if (isEmpty() || fits(this.tail, most)) {
			return this.tail;
		}
		long fits = this.head + 1;
		long tooMuch = this.tail;
		while (tooMuch - fits > 1) {
			long middle = (fits + tooMuch) >>> 1;
			if (fits(middle, most)) {
				fits = middle;
			}
			else {
				tooMuch = middle;
			}
		}
		return fits;
	}

	private boolean fits(long position, int most) {
		return this.ring.end(position) - this.headEnd <= most;
	}

	private void closeGaps(long last) {
		for (long position = this.head + 1; position <= last; position++) {
			if (this.ring.entry(position) instanceof DroppedLines dropped) {
				dropped.close();
			}
		}
	}

	/**
	 * Remove what the operating system has taken of a batch.
	 * @param batch the batch that was filled last
	 * @param taken how many of its bytes
	 * @return how many lines were removed
	 */
	int remove(Batch batch, int taken) {
		if (this.gaps == 0 && taken > 0 && taken == batch.length()) {
			return removeLines(batch.lastPosition());
		}
		int removed = 0;
		int left = taken + this.headOffset;
		while (this.head < batch.lastPosition()) {
			int length = Batch.lengthOf(this.ring.entry(this.head + 1));
			if (left < length) {
				break;
			}
			left -= length;
			removed += removeHead();
		}
		this.headOffset = left;
		return removed;
	}

	private int removeLines(long last) {
		int removed = (int) (last - this.head);
		this.headEnd = this.ring.end(last);
		this.headOffset = 0;
		this.lines -= removed;
		while (this.head < last) {
			this.head++;
			this.ring.clear(this.head);
		}
		return removed;
	}

	private int removeHead() {
		this.head++;
		this.headEnd = this.ring.end(this.head);
		Object entry = this.ring.entry(this.head);
		this.ring.clear(this.head);
		if (entry instanceof byte[]) {
			this.lines--;
			return 1;
		}
		this.gaps--;
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
		return this.tailEnd - this.headEnd - this.gaps * GAP_BYTES + this.lines * LINE_OVERHEAD;
	}

}
