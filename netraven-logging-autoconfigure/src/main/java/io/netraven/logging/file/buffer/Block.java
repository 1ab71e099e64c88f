package io.netraven.logging.file.buffer;

import io.netraven.logging.file.GapEncoder;

/**
 * Consecutive entries that are written from one array. All methods except {@link #bytes}
 * must be called with the lock of the queue held.
 */
sealed interface Block permits LineBlock, GapBlock {

	/**
	 * Returns the number of entries that are not completely written.
	 * @return the number, 0 once the whole block is written
	 */
	int entries();

	/**
	 * Returns where the entries end.
	 * @return an index in the array; for a gap not known before {@link #bytes} was called
	 */
	int end();

	/**
	 * Lays the entries out for writing. Must be called by the holder of the turn, without
	 * the lock. The part of the array that a batch refers to does not change until the
	 * batch is written.
	 * @param encoder encodes gaps
	 * @return the array that the entries are written from
	 */
	byte[] bytes(GapEncoder encoder);

	/**
	 * Returns the position of the first byte that is not written.
	 * @return an index in the array
	 */
	int offset();

	/**
	 * Returns where the completely written entries end.
	 * @return an index in the array
	 */
	int landedEnd();

	/**
	 * Marks entries as completely written.
	 * @param entries the number of entries
	 * @param end where they end
	 */
	void land(int entries, int end);

	/**
	 * Marks bytes as written.
	 * @param bytes the number of bytes
	 * @return the number of entries that are completely written by them
	 */
	int landPart(int bytes);

	/**
	 * Marks the oldest entry as not written at all, so that it is written again from its
	 * beginning.
	 */
	void rewind();

	/**
	 * Returns whether an entry is partly written.
	 * @return whether the offset is inside an entry
	 */
	boolean isInsideEntry();

}
