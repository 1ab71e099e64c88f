package io.netraven.logging.file;

import java.util.Arrays;

/**
 * What one turn writes: the oldest entries of a {@link Block}. Started under the lock of
 * the {@link QueueMonitor}; from then on it belongs to the holder of the turn until the
 * turn ends.
 * <p>
 * References that seldom change are stored only when they do: a store into an old object
 * costs the garbage collector more than the comparison.
 *
 * @author NetRaven maintainers
 */
final class Batch {

	private static final Block NO_BLOCK = new LineBlock(0);

	private static final byte[] NOTHING = {};

	private Block block = NO_BLOCK;

	private TurnHolder writer = TurnHolder.CALLER;

	private byte[] bytes = NOTHING;

	private int offset;

	private int end;

	private boolean insideEntry;

	void start(Block block, TurnHolder writer) {
		if (this.block != block) {
			this.block = block;
		}
		if (this.writer != writer) {
			this.writer = writer;
		}
		this.offset = block.offset();
		this.end = block.end(block.cut(writer.mostBytes()));
		this.insideEntry = block.isInsideEntry();
	}

	/**
	 * Lay the entries out for writing. Called by the holder of the turn, outside the
	 * lock.
	 * @param encoder makes the records of the gaps
	 */
	void assemble(GapEncoder encoder) {
		byte[] source = this.block.bytes(encoder);
		if (this.bytes != source) {
			this.bytes = source;
		}
		if (this.block instanceof GapBlock) {
			this.end = source.length;
		}
	}

	/**
	 * Let go of a line that is longer than any block, so that it can be collected.
	 */
	void clear() {
		if (this.bytes.length > BlockQueue.LARGEST) {
			this.block = NO_BLOCK;
			this.bytes = NOTHING;
		}
	}

	/**
	 * Whether to write it in the way of the file thread, which keeps a buffer outside the
	 * heap as large as the batch.
	 * @return whether it may
	 */
	boolean isForBufferOfFileThread() {
		return this.writer == TurnHolder.FILE_THREAD && length() <= this.writer.mostBytes();
	}

	/**
	 * Look whether the file that this batch is for has the beginning of its first line
	 * already.
	 * @return whether it has
	 */
	boolean startsInsideLine() {
		return this.insideEntry;
	}

	byte[] content() {
		return Arrays.copyOfRange(this.bytes, this.offset, this.end);
	}

	byte[] bytes() {
		return this.bytes;
	}

	int offset() {
		return this.offset;
	}

	int length() {
		return this.end - this.offset;
	}

}
