package io.netraven.logging.file.buffer;

import io.netraven.logging.file.GapEncoder;

/**
 * Consecutive entries that wait for the file and are written from one array. All methods
 * except {@link #bytes} must be called with the lock of the queue held.
 *
 * @author NetRaven maintainers
 */
sealed interface Block permits LineBlock, GapBlock {

	/**
	 * Returns how many entries are not written whole.
	 * @return a number, 0 once the whole block is written
	 */
	int entries();

	/**
	 * Returns where the entries end.
	 * @return an index in the array; not known before {@link #bytes} for a gap
	 */
	int end();

	/**
	 * Lays the entries out for writing. Must be called by the holder of the turn, without
	 * the lock. The part of the array that a batch has does not change until the batch is
	 * written.
	 * @param encoder encodes gaps
	 * @return the array that the entries are written from
	 */
	byte[] bytes(GapEncoder encoder);

	/**
	 * Returns where the first byte stands that is not written.
	 * @return an index in the array
	 */
	int offset();

	/**
	 * Returns where the entries end that are written whole.
	 * @return an index in the array
	 */
	int landedEnd();

	/**
	 * Moves on by entries that are written whole.
	 * @param entries how many
	 * @param end where they end
	 */
	void land(int entries, int end);

	/**
	 * Moves on by bytes that are written.
	 * @param bytes how many
	 * @return how many entries are written whole by them
	 */
	int landPart(int bytes);

	/**
	 * Has the oldest entry written whole again.
	 */
	void rewind();

	/**
	 * Returns whether the beginning of an entry is written but not its end.
	 * @return whether the offset is inside an entry
	 */
	boolean isInsideEntry();

}
