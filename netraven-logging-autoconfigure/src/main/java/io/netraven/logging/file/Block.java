package io.netraven.logging.file;

/**
 * Consecutive entries that wait for the file and are written from one array. Changes
 * under the lock of the {@link QueueMonitor}.
 *
 * @author NetRaven maintainers
 */
sealed interface Block permits LineBlock, GapBlock {

	/**
	 * How many entries are not written whole.
	 * @return a number, 0 once all of it has landed
	 */
	int entries();

	/**
	 * Cut a batch from the oldest entries. It ends with a whole entry.
	 * @param mostBytes how many bytes it may have, unless it is a single entry
	 * @return how many entries it has, at least one
	 */
	int cut(int mostBytes);

	/**
	 * Lay the entries out for writing. Called by the holder of the turn, outside the
	 * lock. What a batch has of the array stays as it is until the batch has landed.
	 * @param encoder makes the records of gaps
	 * @return the array that they are written from
	 */
	byte[] bytes(GapEncoder encoder);

	/**
	 * Where the first byte stands that the operating system has not taken.
	 * @return index in the array
	 */
	int offset();

	/**
	 * Where an entry ends.
	 * @param entries how many there are up to it that are not written whole
	 * @return index in the array; means nothing before {@link #bytes} for a gap
	 */
	int end(int entries);

	/**
	 * Move on by bytes that the operating system has taken.
	 * @param bytes how many
	 * @return how many entries are now written whole that were not before
	 */
	int land(int bytes);

	/**
	 * Have the oldest entry written whole again.
	 */
	void rewind();

	/**
	 * Look whether the operating system has taken the beginning of an entry but not its
	 * end.
	 * @return whether it has
	 */
	boolean isInsideEntry();

}
