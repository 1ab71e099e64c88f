package io.netraven.logging.file.buffer;

import io.netraven.logging.file.GapEncoder;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive entries that are written from one array. All methods except {@link #bytes}
 * must be called with the lock of the queue held.
 */
abstract sealed class Block permits LineBlock, GapBlock {

	/**
	 * The block behind this one. Belongs to the {@link BlockQueue}.
	 */
	@Nullable Block next;

	/**
	 * Returns the number of entries that are not completely written.
	 * @return the number, 0 once the whole block is written
	 */
	abstract int entries();

	/**
	 * Returns where the entries end.
	 * @return an index in the array; for a gap not known before {@link #bytes} was called
	 */
	abstract int end();

	/**
	 * Lays the entries out for writing. Must be called by the holder of the turn, without
	 * the lock. The part of the array that a batch refers to does not change until the
	 * batch is written.
	 * @param encoder encodes gaps
	 * @return the array that the entries are written from
	 */
	abstract byte[] bytes(GapEncoder encoder);

	/**
	 * Returns the position of the first byte that is not written.
	 * @return an index in the array
	 */
	abstract int offset();

	/**
	 * Returns where the completely written entries end.
	 * @return an index in the array
	 */
	abstract int landedEnd();

	/**
	 * Returns how many more entries are completely written once all bytes up to an index
	 * are.
	 * @param offset the index in the array
	 * @return the number of entries
	 */
	abstract int entriesUpTo(int offset);

	/**
	 * Returns where the oldest entries end.
	 * @param entries the number of entries, or 0
	 * @return an index in the array
	 */
	abstract int endOf(int entries);

	/**
	 * Marks entries as completely written, and perhaps a part of the next one.
	 * @param entries the number of entries
	 * @param end where they end
	 * @param offset where the written bytes end
	 */
	abstract void land(int entries, int end, int offset);

	/**
	 * Marks the oldest entry as not written at all, so that it is written again from its
	 * beginning.
	 */
	abstract void rewind();

	/**
	 * Returns whether an entry is partly written.
	 * @return whether the offset is inside an entry
	 */
	abstract boolean isInsideEntry();

}
