package io.netraven.logging.file;

import java.util.Objects;

/**
 * What keeps a log file from being written or rotated as configured, with the remedy.
 * Immutable and thread-safe; no component is {@code null}.
 *
 * @param reason what is wrong, in words for an operator; a clause without a period
 * @param remedy what to do about it; one or more sentences
 */
public record WriteDiagnosis(String reason, String remedy) {

	public WriteDiagnosis {
		Objects.requireNonNull(reason, "'reason' must not be null");
		Objects.requireNonNull(remedy, "'remedy' must not be null");
	}

}
