package io.netraven.logging.file.disk;

import java.io.IOException;

/**
 * A file that is open for appending.
 */
public interface OpenFile {

	/**
	 * Appends all of the given bytes. Interrupts of the calling thread neither prevent
	 * that nor get lost.
	 * @param bytes the array that contains the bytes
	 * @param offset the index of the first byte
	 * @param length the number of bytes
	 * @throws IOException if not all bytes were written; some of them may have been
	 */
	void write(byte[] bytes, int offset, int length) throws IOException;

	/**
	 * Returns the present size of the file, whatever its path names now.
	 * @return the size in bytes
	 * @throws IOException if the size cannot be read
	 */
	long size() throws IOException;

	/**
	 * Reads from the file, whatever its path names now.
	 * @param position the position of the first byte
	 * @param length the maximum number of bytes
	 * @return the bytes, fewer at the end of the file
	 * @throws IOException if they cannot be read
	 */
	byte[] read(long position, int length) throws IOException;

	/**
	 * Has the operating system put the content on the disk. Must be called by the file
	 * thread.
	 * @throws IOException if it cannot
	 */
	void force() throws IOException;

	void close() throws IOException;

}
