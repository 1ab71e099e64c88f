package io.netraven.logging.file;

/**
 * Encodes the record that stands in the file where lines are missing. Must be safe for
 * use by any thread: the one that happens to write calls it, be it an application thread
 * or the file thread.
 */
@FunctionalInterface
public interface GapEncoder {

	/**
	 * Encodes a gap as one record in the format of the file. Called without a lock, and
	 * normally once for each gap; again if an {@link Error} or a hanging write prevented
	 * that record from being used. After a {@link RuntimeException} the gap is written as
	 * plain text instead. May log: such lines are left to the next writer.
	 * @param gap the lines that are missing
	 * @return a whole record, including the end of the line
	 */
	byte[] encode(Gap gap);

	/**
	 * Returns the bytes that end each record of the file: a line feed in the charset of
	 * the file, without a byte order mark. Called once, when the writer is created.
	 * @return as many bytes as a code unit of the charset has; the single byte of ASCII
	 * and UTF-8 by default
	 */
	default byte[] lineEnd() {
		return new byte[] { '\n' };
	}

	/**
	 * Returns the bytes that end a line that was cut anywhere, so that the next record
	 * can be decoded. Called once, when the writer is created.
	 * @return bytes that end with {@link #lineEnd()}; no more than that by default
	 */
	default byte[] fragmentEnd() {
		return lineEnd();
	}

}
