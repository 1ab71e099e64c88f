package io.netraven.logging.autoconfigure;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Makes the path of a log file absolute, so that every message and the health name the
 * same file whatever the working directory. A text that may not be meant as a path is
 * left as it is, for the diagnosis to show.
 */
final class LogFileName {

	private static final Pattern PLAIN = Pattern.compile("[^~:'\"`$#%\\\\\\p{Cntrl}]*[^~:'\"`$#%\\\\\\p{Cntrl}/.]");

	private LogFileName() {
	}

	static String absolute(String configured) {
		String text = configured.trim();
		try {
			return PLAIN.matcher(text).matches() ? Path.of(text).toAbsolutePath().normalize().toString() : text;
		}
		catch (InvalidPathException ex) {
			return text;
		}
	}

}
