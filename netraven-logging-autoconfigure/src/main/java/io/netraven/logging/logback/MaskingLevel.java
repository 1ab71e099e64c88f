package io.netraven.logging.logback;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * How secrets are found in what goes to the file.
 */
public enum MaskingLevel {

	/**
	 * The values of the application's own secret properties, and MDC entries and
	 * key-value pairs with the names of secrets.
	 */
	KNOWN,

	/**
	 * Also assignments in text, such as {@code password=...}, and known token shapes.
	 */
	PATTERNS,

	/**
	 * Nothing is masked.
	 */
	OFF;

	/**
	 * Returns the constant with a name.
	 * @param name the name in any case; {@code null} for the default
	 * @return the constant, {@link #KNOWN} if there is none with this name
	 */
	static MaskingLevel of(@Nullable String name) {
		if (name != null) {
			String constant = name.trim().toUpperCase(Locale.ROOT);
			for (MaskingLevel value : values()) {
				if (value.name().equals(constant)) {
					return value;
				}
			}
		}
		return KNOWN;
	}

}
