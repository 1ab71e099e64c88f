package io.netraven.logging.file.disk;

import java.io.IOException;

/**
 * A file that is open for appending.
 *
 * @author NetRaven maintainers
 */
public interface OpenFile {

	/**
	 * Appends bytes, all of them. Interrupts of the calling thread neither prevent it nor
	 * get lost.
	 * @param bytes holds the bytes
	 * @param offset where they begin
	 * @param length how many
	 * @throws IOException if not all were taken; some may have been
	 */
	void write(byte[] bytes, int offset, int length) throws IOException;

	/**
	 * Returns how large the file is now, whatever its path names by now.
	 * @return its size in bytes
	 * @throws IOException if it cannot be looked at
	 */
	long size() throws IOException;

	/**
	 * Reads from the file, whatever its path names by now.
	 * @param position where to begin
	 * @param length how many bytes
	 * @return as many of them as there are
	 * @throws IOException if they cannot be read
	 */
	byte[] read(long position, int length) throws IOException;

	void close() throws IOException;

}
