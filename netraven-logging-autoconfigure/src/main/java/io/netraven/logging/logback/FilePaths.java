package io.netraven.logging.logback;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Compares paths of files, which need not exist. Never accesses the disk, which may hang:
 * the main thread of an application asks. Links are not resolved.
 */
final class FilePaths {

	private FilePaths() {
	}

	static boolean nameTheSameFile(String one, String another) {
		try {
			return Path.of(one).toAbsolutePath().normalize().equals(Path.of(another).toAbsolutePath().normalize());
		}
		catch (InvalidPathException ex) {
			return one.equals(another);
		}
	}

}
