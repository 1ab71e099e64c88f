package io.netraven.logging.file;

import java.time.Instant;
import java.util.Objects;

/**
 * Consecutive lines that are missing from the file. Immutable and thread-safe; no
 * component is {@code null}.
 *
 * @param lines how many lines are missing
 * @param from when the first of them was logged, by the wall clock
 * @param to when the last of them was logged, by the wall clock
 * @param reason why they could not be kept, in words for an operator
 * @param lowest the lowest of their numbers, or 0 if they have none
 * @param highest the highest of their numbers, or 0 if they have none; lines with numbers
 * in between may be there
 */
public record Gap(long lines, Instant from, Instant to, String reason, long lowest, long highest) {

	public Gap {
		Objects.requireNonNull(from, "'from' must not be null");
		Objects.requireNonNull(to, "'to' must not be null");
		Objects.requireNonNull(reason, "'reason' must not be null");
	}

}
