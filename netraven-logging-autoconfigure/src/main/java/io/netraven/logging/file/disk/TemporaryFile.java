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
	 * @throws IOException if the disk did not take it
	 */
	void sync() throws IOException;

}
