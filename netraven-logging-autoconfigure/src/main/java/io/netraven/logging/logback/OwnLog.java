package io.netraven.logging.logback;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.slf4j.Logger;

/**
 * The one way of the library's own lines. Whatever path, variable or exception they
 * quote, none of them begins another line or drives a terminal. Works without Logback.
 */
public final class OwnLog {

	private static final int FRAMES = 8;

	private final Consumer<String> info;

	private final Consumer<String> warn;

	private OwnLog(Consumer<String> info, Consumer<String> warn) {
		this.info = info;
		this.warn = warn;
	}

	static OwnLog of(Logger logger) {
		return new OwnLog(logger::info, logger::warn);
	}

	/**
	 * Returns the own log of a logger.
	 * @param logger the logger
	 * @return where to log
	 */
	public static OwnLog of(Log logger) {
		return new OwnLog(logger::info, logger::warn);
	}

	/**
	 * Logs a line at level INFO.
	 * @param text the text, which may quote anything
	 */
	public void info(String text) {
		this.info.accept(oneLine(text));
	}

	/**
	 * Logs a line at level WARN.
	 * @param text the text, which may quote anything
	 */
	public void warn(String text) {
		this.warn.accept(oneLine(text));
	}

	/**
	 * Logs a line at level WARN that ends with an exception and the first of its frames.
	 * @param text the text, which may quote anything
	 * @param ex the exception
	 */
	void warn(String text, Throwable ex) {
		warn("%s: %s, %s".formatted(text, ex,
				Arrays.stream(ex.getStackTrace())
					.limit(FRAMES)
					.map((frame) -> "at " + frame)
					.collect(Collectors.joining(", "))));
	}

	/**
	 * Makes one line of a text that others may have made up.
	 * @param text the text
	 * @return the text, with control characters escaped
	 */
	public static String oneLine(String text) {
		return HostileText.line(text);
	}

}
