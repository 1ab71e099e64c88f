package io.netraven.logging.file.live;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.util.Map;
import java.util.regex.Pattern;

import io.netraven.logging.file.WriteDiagnosis;
import org.jspecify.annotations.Nullable;

/**
 * Rejects texts that are legal paths but were certainly meant to be something else. Does
 * not access the disk.
 */
final class PathTextRules {

	private static final Pattern QUOTED = Pattern.compile("(?s)[\"'`].*|.*[\"'`]");

	private static final Pattern URL = Pattern.compile("(?is)(file|classpath):.*|[a-z][a-z0-9+.-]+:/.*");

	private static final Pattern DRIVE = Pattern.compile("(?is)[a-z]:[/\\\\].*");

	private static final Pattern FOLDER = Pattern.compile("(?s)(.*/)?\\.{0,2}");

	private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

	private static final Map<String, String> EXPRESSIONS = Map.of("$(", "a shell", "#{", "Spring's expression language",
			"%d{", "Logback's configuration");

	private PathTextRules() {
	}

	/**
	 * Returns why a text cannot be meant as the path of a file.
	 * @param text the path as configured
	 * @return what is wrong and what to do, or {@code null} if nothing is wrong
	 */
	static @Nullable WriteDiagnosis problem(String text) {
		if (QUOTED.matcher(text).matches()) {
			return refused(text, "is in quotes, which would be part of the file's name",
					"Remove the quotes: docker --env-file and systemd pass them on.");
		}
		if (URL.matcher(text).matches()) {
			return refused(text, "is a URL, not a path", "Write the path alone, such as /var/log/netraven/worker.log.");
		}
		if ("/".equals(FileSystems.getDefault().getSeparator()) && DRIVE.matcher(text).matches()) {
			return refused(text, "begins with a drive letter, which this system does not have",
					"Write a path of this system, such as /var/log/netraven/worker.log.");
		}
		for (Map.Entry<String, String> expression : EXPRESSIONS.entrySet()) {
			if (text.contains(expression.getKey())) {
				return refused(text,
						"holds '%s', which only %s understands".formatted(expression.getKey(), expression.getValue()),
						"Write the path itself, or a placeholder such as ${HOSTNAME:local}.");
			}
		}
		if (FOLDER.matcher(text).matches()) {
			return refused(text, "names a folder, not a file", "Add the name of the file, such as worker.log.");
		}
		return null;
	}

	static WriteDiagnosis unresolvedPlaceholder(String text) {
		return new WriteDiagnosis("'%s' holds a placeholder that nothing resolves".formatted(text),
				"Set it, or give it a default in netraven.logging.file, such as ${HOSTNAME:local}.");
	}

	static WriteDiagnosis tilde(String text) {
		return new WriteDiagnosis("'%s' begins with '~', which only a shell understands".formatted(text),
				"Write ${user.home} in netraven.logging.file instead.");
	}

	/**
	 * Describes a text that the JVM cannot make a path of.
	 * @param text the path as configured
	 * @param ex why not
	 * @return the diagnosis
	 */
	static WriteDiagnosis illegal(String text, InvalidPathException ex) {
		if (text.indexOf('\0') < 0 && !ASCII.matcher(text).matches()) {
			return new WriteDiagnosis(
					"'%s' has letters that this process cannot write in names of files: its locale has the charset %s"
						.formatted(text, System.getProperty("sun.jnu.encoding")),
					"Start it with LC_ALL=C.UTF-8 (or LANG, where LC_ALL is not set); or use ASCII letters alone in "
							+ "netraven.logging.file.");
		}
		return new WriteDiagnosis("'%s' is no legal path: %s".formatted(text, ex.getReason()),
				"Correct netraven.logging.file.");
	}

	private static WriteDiagnosis refused(String text, String reason, String remedy) {
		return new WriteDiagnosis("'%s' %s".formatted(text, reason), "Correct netraven.logging.file. " + remedy);
	}

}
