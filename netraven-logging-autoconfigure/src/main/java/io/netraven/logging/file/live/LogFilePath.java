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
 * @param path the absolute path. For a text that cannot be one it stands for nothing, and
 * nothing is done with it
 * @param problem why the text cannot be a path, or {@code null} if it can
 * @author NetRaven maintainers
 */
public record LogFilePath(String text, Path path, @Nullable WriteDiagnosis problem) {

	private static final Path NO_PATH = Path.of("no-path");

	public static LogFilePath of(String text) {
		if (text.contains("${")) {
			return new LogFilePath(text, NO_PATH, PathProblems.unresolvedPlaceholder(text));
		}
		if (text.startsWith("~")) {
			return new LogFilePath(text, NO_PATH, PathProblems.tilde(text));
		}
		try {
			return new LogFilePath(text, Path.of(text).toAbsolutePath().normalize(), null);
		}
		catch (InvalidPathException ex) {
			return new LogFilePath(text, NO_PATH, PathProblems.illegalPath(text, ex));
		}
	}

	/**
	 * Must be called before anything is done with the path.
	 * @throws UnwritableFileException if the text cannot be a path
	 */
	public void requireUsable() throws UnwritableFileException {
		if (this.problem != null) {
			throw new UnwritableFileException(this.problem);
		}
	}

}
