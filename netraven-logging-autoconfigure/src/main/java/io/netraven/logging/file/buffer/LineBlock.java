package io.netraven.logging.file.buffer;

import java.util.Arrays;

import io.netraven.logging.file.GapEncoder;

/**
 * Lines side by side, as they will stand in the file: whoever writes them has nothing to
 * gather, and what waits are a few large objects instead of many small ones.
 *
 * @author NetRaven maintainers
 */
final class LineBlock implements Block {

	private static final int LIKELY_LINE = 128;

	private final byte[] bytes;

	/**
	 * Where each line ends.
	 */
	private int[] ends;

	private int count;

	/**
	 * How many lines are written whole, and how many bytes are written.
	 */
	private int landed;

	private int offset;

	private final boolean reusable;

	LineBlock(int size) {
		this.reusable = true;
		this.bytes = new byte[size];
		this.ends = new int[size / LIKELY_LINE + 1];
	}

	/**
	 * Make a full block of one line, which is not copied.
	 * @param line the line
	 */
	LineBlock(byte[] line) {
		this.reusable = false;
		this.bytes = line;
		this.ends = new int[] { line.length };
		this.count = 1;
	}

	/**
	 * Make a block of what has not been written of another one, in memory of its own.
	 * @param other the other one
	 */
	LineBlock(LineBlock other) {
		this.reusable = other.reusable;
		this.bytes = other.bytes.clone();
		this.ends = other.ends.clone();
		this.count = other.count;
		this.landed = other.landed;
		this.offset = other.offset;
	}

	int size() {
		return this.bytes.length;
	}

	/**
	 * Look whether the memory is this block's own.
	 * @return {@code false} if it is a line's
	 */
	boolean isReusable() {
		return this.reusable;
	}

	boolean hasRoomFor(byte[] line) {
		return line.length <= this.bytes.length - end();
	}

	void add(byte[] line) {
		int start = end();
		System.arraycopy(line, 0, this.bytes, start, line.length);
		if (this.count == this.ends.length) {
			this.ends = Arrays.copyOf(this.ends, this.count * 2);
		}
		this.ends[this.count++] = start + line.length;
	}

	/**
	 * Begin anew in the same memory, which nobody must be reading any more.
	 */
	void clear() {
		this.count = 0;
		this.landed = 0;
		this.offset = 0;
	}

	@Override
	public int entries() {
		return this.count - this.landed;
	}

	@Override
	public int take() {
		return end();
	}

	private int linesUpTo(int index) {
		int found = Arrays.binarySearch(this.ends, this.landed, this.count, index);
		return (found >= 0) ? found + 1 : -found - 1;
	}

	@Override
	public byte[] bytes(GapEncoder encoder) {
		return this.bytes;
	}

	@Override
	public int offset() {
		return this.offset;
	}

	private int end() {
		return (this.count > 0) ? this.ends[this.count - 1] : 0;
	}

	@Override
	public int landedEnd() {
		return (this.landed > 0) ? this.ends[this.landed - 1] : 0;
	}

	@Override
	public int land(int bytes) {
		int before = this.landed;
		this.offset += bytes;
		this.landed = (this.offset == end()) ? this.count : linesUpTo(this.offset);
		return this.landed - before;
	}

	@Override
	public void rewind() {
		this.offset = landedEnd();
	}

	@Override
	public boolean isInsideEntry() {
		return this.offset != landedEnd();
	}

}
