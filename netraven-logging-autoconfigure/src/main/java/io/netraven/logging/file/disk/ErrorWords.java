package io.netraven.logging.file.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The words of an exception without the path that it is about.
 */
final class ErrorWords {

	/**
	 * The message of a {@link FileNotFoundException}: a path and a reason.
	 */
	private static final Pattern PATH_AND_REASON = Pattern.compile("(?s).* \\(([^()]+)\\)");

	private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z])(?=[A-Z])");

	private ErrorWords() {
	}

	static String of(IOException ex) {
		String reason = reason(ex);
		return (reason != null) ? reason : kind(ex);
	}

	static boolean say(IOException ex, String words) {
		return of(ex).toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
	}

	/**
	 * Returns the reason that an exception has.
	 * @param ex the exception
	 * @return the words, or {@code null} if its type is all that it says
	 */
	static @Nullable String reason(IOException ex) {
		if (ex instanceof FileSystemException fileSystem) {
			return fileSystem.getReason();
		}
		String message = ex.getMessage();
		if (ex instanceof FileNotFoundException && message != null) {
			Matcher parts = PATH_AND_REASON.matcher(message);
			return parts.matches() ? parts.group(1) : null;
		}
		return message;
	}

	/**
	 * Returns what the type of an exception says, such as {@code no such file}.
	 * @param ex the exception
	 * @return its name as words
	 */
	private static String kind(IOException ex) {
		String name = ex.getClass().getSimpleName().replaceFirst("Exception$", "");
		return NEXT_WORD.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
	}

}
