package io.netraven.logging.file.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that is being made.
 *
 * @author NetRaven maintainers
 */
public interface TemporaryFile extends Closeable {

	OutputStream stream();

	/**
	 * Puts everything on the disk.
	 * @return {@code false} if the file system cannot be told to: closing the file and
	 * reading it shows what it has
	 * @throws IOException if the disk did not take it
	 */
	boolean sync() throws IOException;

}
