package io.netraven.logging.file.buffer;

/**
 * Bytes of a block that a write has taken.
 */
final class Landing {

	private Landing() {
	}

	/**
	 * Marks bytes as written, as {@link PendingLines#removePart} does.
	 * @param block the block
	 * @param bytes the number of bytes
	 * @return the number of entries that are completely written by them
	 */
	static int part(Block block, int bytes) {
		int offset = block.offset() + bytes;
		int entries = block.entriesUpTo(offset);
		block.land(entries, block.endOf(entries), offset);
		return entries;
	}

}
