package io.netraven.logging.file.buffer;

import java.util.Arrays;

import io.netraven.logging.file.GapEncoder;

/**
 * Lines side by side, as they will stand in the file. One idea: an array of bytes with
 * the ends of its lines and the position up to which it is written; each method moves or
 * reads one of these.
 */
final class LineBlock extends Block {

	/**
	 * Maximum length of a line that is copied: the lock of the queue is held meanwhile.
	 */
	static final int LONGEST_COPIED = 16 * 1024;

	private static final int LIKELY_LINE = 128;

	private final byte[] bytes;

	private final boolean reusable;

	/**
	 * Index in {@link #bytes} at which each line ends.
	 */
	private int[] ends;

	private int count;

	private int end;

	/**
	 * How many lines are completely written. The last of them ends at {@link #landedEnd}.
	 */
	private int landed;

	private int landedEnd;

	/**
	 * How many bytes are written. Differs from {@link #landedEnd} only after a write that
	 * has ended inside a line.
	 */
	private int offset;

	LineBlock(int size) {
		this.reusable = true;
		this.bytes = new byte[size];
		this.ends = new int[size / LIKELY_LINE + 1];
	}

	/**
	 * Creates a full block from one line, which is not copied.
	 * @param line the line
	 */
	LineBlock(byte[] line) {
		this.reusable = false;
		this.bytes = line;
		this.ends = new int[] { line.length };
		this.count = 1;
		this.end = line.length;
	}

	/**
	 * Creates a copy of another block in memory of its own.
	 * @param other the other block
	 */
	LineBlock(LineBlock other) {
		this.reusable = other.reusable;
		this.bytes = other.bytes.clone();
		this.ends = other.ends.clone();
		this.count = other.count;
		this.end = other.end;
		this.landed = other.landed;
		this.landedEnd = other.landedEnd;
		this.offset = other.offset;
	}

	/**
	 * Adds a line if it fits.
	 * @param line the line
	 * @return whether it was added
	 */
	boolean add(byte[] line) {
		int start = this.end;
		if (line.length > this.bytes.length - start || line.length > LONGEST_COPIED) {
			return false;
		}
		System.arraycopy(line, 0, this.bytes, start, line.length);
		if (this.count == this.ends.length) {
			this.ends = Arrays.copyOf(this.ends, this.count * 2);
		}
		this.end = start + line.length;
		this.ends[this.count++] = this.end;
		return true;
	}

	int size() {
		return this.bytes.length;
	}

	/**
	 * Returns whether this block owns its memory and can be reused.
	 * @return {@code false} if the memory is that of a line
	 */
	boolean isReusable() {
		return this.reusable;
	}

	/**
	 * Removes all lines and reuses the memory. Must be called only when no thread reads
	 * it any longer.
	 */
	void clear() {
		this.count = 0;
		this.end = 0;
		this.landed = 0;
		this.landedEnd = 0;
		this.offset = 0;
	}

	@Override
	int entries() {
		return this.count - this.landed;
	}

	@Override
	int end() {
		return this.end;
	}

	@Override
	byte[] bytes(GapEncoder encoder) {
		return this.bytes;
	}

	@Override
	int offset() {
		return this.offset;
	}

	@Override
	int landedEnd() {
		return this.landedEnd;
	}

	@Override
	int entriesUpTo(int offset) {
		int found = Arrays.binarySearch(this.ends, this.landed, this.count, offset);
		return ((found >= 0) ? found + 1 : -found - 1) - this.landed;
	}

	@Override
	int endOf(int entries) {
		int last = this.landed + entries;
		return (last > 0) ? this.ends[last - 1] : 0;
	}

	@Override
	void land(int entries, int end, int offset) {
		this.landed += entries;
		this.landedEnd = end;
		this.offset = offset;
	}

	@Override
	void rewind() {
		this.offset = this.landedEnd;
	}

	@Override
	boolean isInsideEntry() {
		return this.offset != this.landedEnd;
	}

}
