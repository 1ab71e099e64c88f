package io.netraven.logging.file.live;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.disk.PathProblems;
import io.netraven.logging.file.disk.UnwritableFileException;
import org.jspecify.annotations.Nullable;

/**
 * The configured path of a log file, parsed once.
 *
 * @param text the path as configured
 * @param path the absolute path; a placeholder that must not be used if there is a
 * problem
 * @param problem why the text cannot be used as a path, or {@code null} if it can
 */
public record LogFilePath(String text, Path path, @Nullable WriteDiagnosis problem) {

	private static final Path NO_PATH = Path.of("no-path");

	/**
	 * Parses a path. Leading and trailing blanks and control characters are removed, such
	 * as the carriage return that an environment file from Windows leaves.
	 * @param configured the path as configured
	 * @return the path, with its problem if there is one
	 */
	public static LogFilePath of(String configured) {
		String text = configured.trim();
		WriteDiagnosis problem = problem(text);
		if (problem != null) {
			return new LogFilePath(text, NO_PATH, problem);
		}
		try {
			Path path = Path.of(text).toAbsolutePath().normalize();
			return (path.getFileName() != null) ? new LogFilePath(text, path, null)
					: new LogFilePath(text, NO_PATH, PathProblems.folder(path));
		}
		catch (InvalidPathException ex) {
			return new LogFilePath(text, NO_PATH, PathTextRules.illegal(text, ex));
		}
	}

	private static @Nullable WriteDiagnosis problem(String text) {
		if (text.contains("${")) {
			return PathTextRules.unresolvedPlaceholder(text);
		}
		return text.startsWith("~") ? PathTextRules.tilde(text) : PathTextRules.problem(text);
	}

	/**
	 * Ensures that the path can be used. Must be called before the disk is accessed with
	 * it.
	 * @throws UnwritableFileException if the text cannot be used as a path
	 */
	public void requireUsable() throws UnwritableFileException {
		if (this.problem != null) {
			throw new UnwritableFileException(this.problem);
		}
	}

}
