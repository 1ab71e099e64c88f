package io.netraven.logging.file.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A temporary file that is being written.
 */
public interface TemporaryFile extends Closeable {

	OutputStream stream();

	/**
	 * Forces all bytes to the disk.
	 * @return {@code false} if the file system does not support it: then the file has to
	 * be closed and read to find out what it contains
	 * @throws IOException if the disk has failed
	 */
	boolean sync() throws IOException;

}
