package io.netraven.worker;

import java.util.Set;

/**
 * Thrown when {@code netraven.environment} names an environment that has no file.
 */
class UnknownEnvironmentException extends RuntimeException {

	private final String name;

	private final Set<String> known;

	UnknownEnvironmentException(String name, Set<String> known) {
		super("Unknown environment '%s'".formatted(printable(name)));
		this.name = printable(name);
		this.known = known;
	}

	String getName() {
		return this.name;
	}

	Set<String> getKnown() {
		return this.known;
	}

	private static String printable(String text) {
		return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", "?");
	}

}
