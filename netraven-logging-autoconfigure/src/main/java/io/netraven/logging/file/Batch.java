package io.netraven.logging.file;

import java.util.Arrays;

/**
 * The lines of one turn and the one buffer that they are written from. Started under the
 * lock of the {@link WriteQueue}; from then on it belongs to the holder of the turn until
 * the turn ends.
 * <p>
 * References that seldom change are stored only when they do: a store into an old object
 * costs the garbage collector more than the comparison.
 *
 * @author NetRaven maintainers
 */
final class Batch {

	private static final byte[] NOTHING = {};

	private LineRing ring = new LineRing(1);

	private Writer writer = Writer.CALLER;

	private byte[] buffer = NOTHING;

	private int count;

	private long before;

	private int firstOffset;

	private byte[] bytes = NOTHING;

	private int offset;

	private int length;

	void start(LineRing ring, long positionBefore, int count, int offsetInFirst, Writer writer) {
		if (this.ring != ring) {
			this.ring = ring;
		}
		if (this.writer != writer) {
			this.writer = writer;
		}
		this.before = positionBefore;
		this.count = count;
		this.firstOffset = offsetInFirst;
	}

	/**
	 * Lay the lines out for writing. Called by the holder of the turn, outside the lock.
	 * @param encoder makes the records of the gaps
	 */
	void assemble(GapEncoder encoder) {
		int total = -this.firstOffset;
		for (int i = 0; i < this.count; i++) {
			if (entry(i) instanceof DroppedLines dropped) {
				dropped.encode(encoder);
			}
			total += lengthOf(entry(i));
		}
		if (this.count == 1 && total > this.writer.mostBytes()) {
			this.bytes = bytesOf(entry(0));
			this.offset = this.firstOffset;
		}
		else {
			copyEntries(total);
			this.offset = 0;
		}
		this.length = total;
	}

	private void copyEntries(int total) {
		byte[] target = bufferFor(total);
		int from = this.firstOffset;
		int position = 0;
		for (int i = 0; i < this.count; i++) {
			byte[] source = bytesOf(entry(i));
			System.arraycopy(source, from, target, position, source.length - from);
			position += source.length - from;
			from = 0;
		}
		if (this.bytes != target) {
			this.bytes = target;
		}
	}

	private byte[] bufferFor(int total) {
		if (this.buffer.length < total) {
			this.buffer = new byte[Math.max(total, this.writer.mostBytes())];
		}
		return this.buffer;
	}

	/**
	 * Let go of a line that is too long for the buffer, so that it can be collected.
	 */
	void clear() {
		this.length = 0;
		if (this.bytes != this.buffer) {
			this.bytes = NOTHING;
		}
	}

	static int lengthOf(Object entry) {
		return bytesOf(entry).length;
	}

	private static byte[] bytesOf(Object entry) {
		return (entry instanceof DroppedLines dropped) ? dropped.record() : (byte[]) entry;
	}

	private Object entry(int index) {
		return this.ring.entry(this.before + 1 + index);
	}

	long lastPosition() {
		return this.before + this.count;
	}

	/**
	 * Whether to write it in the way of the file thread, which keeps a buffer outside the
	 * heap as large as the batch.
	 * @return whether it may
	 */
	boolean isForBufferOfFileThread() {
		return this.writer == Writer.FILE_THREAD && this.length <= this.writer.mostBytes();
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
