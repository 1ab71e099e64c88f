package io.netraven.logging.logback;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of characters in a log event that could forge a line or drive a terminal.
 */
public enum ControlCharacters {

	/**
	 * They are escaped. A line break in a message is followed by a tab and {@code "| "},
	 * so that no text of an event begins a line.
	 */
	ESCAPE,

	/**
	 * They are escaped, and so are the line breaks of messages and stack traces: each
	 * record is one line.
	 */
	ONE_LINE,

	/**
	 * They are written as they are.
	 */
	KEEP;

	/**
	 * Returns the constant with a name.
	 * @param name the name, with dashes or underscores, in any case; {@code null} for the
	 * default
	 * @return the constant, {@link #ESCAPE} if there is none with this name
	 */
	static ControlCharacters of(@Nullable String name) {
		if (name != null) {
			String constant = name.trim().replace('-', '_').toUpperCase(Locale.ROOT);
			for (ControlCharacters value : values()) {
				if (value.name().equals(constant) || value.name().replace("_", "").equals(constant)) {
					return value;
				}
			}
		}
		return ESCAPE;
	}

}
