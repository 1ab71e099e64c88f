package io.netraven.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stdout and the log file have in common: time and message of each event, without
 * what their patterns show differently.
 */
final class Events {

	private static final Pattern HEAD = Pattern
		.compile("^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+) .*? : ");

	/**
	 * On a busy machine it comes after the first event.
	 */
	private static final Pattern BANNER = Pattern.compile("(?s)\n  \\.   ____ .*? :: Spring Boot :: [^\n]*\n\n");

	/**
	 * What the file has before a line of a message that is not its first.
	 */
	private static final String CONTINUATION = "\t| ";

	private Events() {
	}

	static List<String> in(Path file) {
		try {
			return in(Files.readString(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Return the events, several lines for some, from the first on: the banner is none.
	 * @param output text of stdout or of the file
	 * @return the events
	 */
	static List<String> in(String output) {
		return BANNER.matcher(output)
			.replaceAll("")
			.lines()
			.dropWhile((line) -> !HEAD.matcher(line).find())
			.map((line) -> HEAD.matcher(line).replaceFirst("$1 "))
			.map((line) -> line.startsWith(CONTINUATION) ? line.substring(CONTINUATION.length()) : line)
			.toList();
	}

	static long count(List<String> events, String message) {
		return events.stream().filter((event) -> event.contains(message)).count();
	}

	static List<String> warningsAbout(String file, String output) {
		return output.lines().filter((line) -> line.contains(" WARN ") && line.contains(file)).toList();
	}

}
