package io.netraven.logging.logback;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Compares paths of files, which need not exist. Accesses the disk only if the normalized
 * paths differ.
 *
 * @author NetRaven maintainers
 */
final class FilePaths {

	private FilePaths() {
	}

	static boolean nameTheSameFile(String one, String another) {
		try {
			Path first = Path.of(one).toAbsolutePath().normalize();
			Path second = Path.of(another).toAbsolutePath().normalize();
			return first.equals(second) || real(first).equals(real(second));
		}
		catch (InvalidPathException ex) {
			return one.equals(another);
		}
	}

	private static Path real(Path path) {
		try {
			return path.toRealPath();
		}
		catch (IOException ex) {
			Path parent = path.getParent();
			return (parent != null) ? real(parent).resolve(path.getFileName()) : path;
		}
	}

}
