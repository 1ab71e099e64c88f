package io.netraven.logging.file.buffer;

import java.util.Arrays;

import io.netraven.logging.file.Gap;
import io.netraven.logging.file.GapEncoder;
import org.jspecify.annotations.Nullable;

/**
 * What one turn writes: the entries that a {@link Block} holds when the turn begins.
 * {@link #start} must be called with the lock of the queue held; from then on the batch
 * belongs to the holder of the turn until the turn ends.
 * <p>
 * References that seldom change are stored only when they do: a store into an old object
 * costs the garbage collector more than the comparison.
 */
public final class Batch {

	private static final Block NO_BLOCK = new LineBlock(0);

	private static final byte[] NOTHING = {};

	private Block block = NO_BLOCK;

	private byte[] bytes = NOTHING;

	private int offset;

	private int end;

	private int entries;

	private boolean insideEntry;

	private boolean written;

	/**
	 * Whether the batch was removed from the pending lines. Changes with the lock of the
	 * queue held.
	 */
	boolean removed = true;

	public void start(Block block) {
		if (this.block != block) {
			this.block = block;
		}
		this.offset = block.offset();
		this.end = block.end();
		this.entries = block.entries();
		this.insideEntry = block.isInsideEntry();
		this.written = false;
		this.removed = false;
		if (block instanceof GapBlock gap) {
			gap.close();
		}
	}

	/**
	 * Lays the entries out for writing. Must be called by the holder of the turn, without
	 * the lock.
	 * @param encoder encodes gaps
	 */
	public void assemble(GapEncoder encoder) {
		byte[] source = this.block.bytes(encoder);
		if (this.bytes != source) {
			this.bytes = source;
		}
		if (this.block instanceof GapBlock) {
			this.end = source.length;
		}
	}

	/**
	 * Releases a line that is longer than any block, so that it can be garbage-collected.
	 */
	public void clear() {
		if (this.bytes.length > PendingLines.LARGEST_BATCH) {
			this.block = NO_BLOCK;
			this.bytes = NOTHING;
		}
	}

	/**
	 * Returns whether the beginning of the first line is already in the file.
	 * @return whether the batch starts inside a line
	 */
	public boolean startsInsideLine() {
		return this.insideEntry;
	}

	public byte[] content() {
		return Arrays.copyOfRange(this.bytes, this.offset, this.end);
	}

	public byte[] bytes() {
		return this.bytes;
	}

	public int offset() {
		return this.offset;
	}

	/**
	 * Returns the gap that this batch records.
	 * @return the gap, or {@code null} if the batch consists of lines
	 */
	public @Nullable Gap gap() {
		return (this.block instanceof GapBlock dropped) ? dropped.gap() : null;
	}

	/**
	 * Notes that the batch is in the file: whatever strikes the holder of the turn from
	 * now on, it is not written again.
	 */
	public void noteWritten() {
		this.written = true;
	}

	public boolean isWritten() {
		return this.written;
	}

	/**
	 * Returns whether the batch is in the file and still among the pending lines: an
	 * error has struck the holder of the turn in between.
	 * @return whether it is to be removed before the next turn
	 */
	public boolean isLeftBehind() {
		return this.written && !this.removed;
	}

	int end() {
		return this.end;
	}

	int entries() {
		return this.entries;
	}

	public int length() {
		return this.end - this.offset;
	}

}
