package io.netraven.logging.file;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What keeps a log file from being written or rotated as configured, with the remedy.
 * Characters that could begin a line or drive a terminal are replaced by question marks,
 * whatever path or exception they come from. Immutable and thread-safe; no component is
 * {@code null}.
 *
 * @param reason what is wrong, in words for an operator; a clause without a period
 * @param remedy what to do about it; one or more sentences
 */
public record WriteDiagnosis(String reason, String remedy) {

	private static final Pattern UNPRINTABLE = Pattern
		.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FEFF}\\x{E0000}-\\x{E007F}]");

	public WriteDiagnosis {
		Objects.requireNonNull(reason, "'reason' must not be null");
		Objects.requireNonNull(remedy, "'remedy' must not be null");
		reason = printable(reason);
		remedy = printable(remedy);
	}

	private static String printable(String text) {
		return UNPRINTABLE.matcher(text).replaceAll("?");
	}

}
