package io.netraven.logging.file;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The lines of one turn and the one buffer that they are written from. Filled under the
 * lock of the {@link WriteQueue}; from then on it belongs to the holder of the turn until
 * the turn ends.
 *
 * @author NetRaven maintainers
 */
final class Batch {

	/**
	 * Most bytes of one turn. A single line may be longer and is then a batch of its own.
	 */
	static final int MAX_BYTES = 64 * 1024;

	private static final int MAX_ENTRIES = 1024;

	private static final byte[] NOTHING = {};

	private final Object[] entries = new Object[MAX_ENTRIES];

	private byte @Nullable [] buffer;

	private int count;

	private long before;

	private int firstOffset;

	private int estimate;

	private byte[] bytes = NOTHING;

	private int offset;

	private int length;

	void start(long positionBefore, int offsetInFirst) {
		this.count = 0;
		this.before = positionBefore;
		this.firstOffset = offsetInFirst;
		this.estimate = 0;
		this.bytes = NOTHING;
		this.length = 0;
	}

	boolean accepts(Object entry) {
		return this.count == 0 || (this.count < MAX_ENTRIES && this.estimate + estimate(entry) <= MAX_BYTES);
	}

	void add(Object entry) {
		if (entry instanceof DroppedLines dropped) {
			dropped.close();
		}
		this.estimate += estimate(entry);
		this.entries[this.count++] = entry;
	}

	private static int estimate(Object entry) {
		return (entry instanceof byte[] line) ? line.length : 1024;
	}

	/**
	 * Lay the lines out for writing. Called by the holder of the turn, outside the lock.
	 * @param encoder makes the records of the gaps
	 */
	void assemble(GapEncoder encoder) {
		int total = -this.firstOffset;
		for (int i = 0; i < this.count; i++) {
			if (this.entries[i] instanceof DroppedLines dropped) {
				dropped.encode(encoder);
			}
			total += lengthOf(this.entries[i]);
		}
		if (this.count == 1) {
			this.bytes = bytesOf(this.entries[0]);
			this.offset = this.firstOffset;
		}
		else {
			this.bytes = copyEntries(total);
			this.offset = 0;
		}
		this.length = total;
	}

	private byte[] copyEntries(int total) {
		byte[] target = bufferFor(total);
		int position = 0;
		for (int i = 0; i < this.count; i++) {
			byte[] source = bytesOf(this.entries[i]);
			int from = (i == 0) ? this.firstOffset : 0;
			System.arraycopy(source, from, target, position, source.length - from);
			position += source.length - from;
		}
		return target;
	}

	private byte[] bufferFor(int total) {
		if (this.buffer == null || this.buffer.length < total) {
			this.buffer = new byte[Math.max(total, MAX_BYTES)];
		}
		return this.buffer;
	}

	/**
	 * Let go of the lines, so that they can be collected.
	 */
	void clear() {
		Arrays.fill(this.entries, 0, this.count, null);
		this.count = 0;
		this.bytes = NOTHING;
		this.length = 0;
	}

	static int lengthOf(Object entry) {
		return bytesOf(entry).length;
	}

	private static byte[] bytesOf(Object entry) {
		return (entry instanceof DroppedLines dropped) ? dropped.record() : (byte[]) entry;
	}

	long lastPosition() {
		return this.before + this.count;
	}

	byte[] bytes() {
		return this.bytes;
	}

	/**
	 * Look whether the file that this batch is for has the beginning of its first line
	 * already.
	 * @return whether it has
	 */
	boolean startsInsideLine() {
		return this.firstOffset != 0;
	}

	byte[] content() {
		return Arrays.copyOfRange(this.bytes, this.offset, this.offset + this.length);
	}

	int offset() {
		return this.offset;
	}

	int length() {
		return this.length;
	}

}
