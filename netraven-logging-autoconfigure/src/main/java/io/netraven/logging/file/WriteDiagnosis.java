package io.netraven.logging.file;

import java.util.Objects;

/**
 * What keeps a file from taking lines, and the cure.
 *
 * @param reason what is wrong, as an operator would say it
 * @param remedy what to do about it
 * @author NetRaven maintainers
 */
public record WriteDiagnosis(String reason, String remedy) {

	public WriteDiagnosis {
		Objects.requireNonNull(reason, "'reason' must not be null");
		Objects.requireNonNull(remedy, "'remedy' must not be null");
	}

}
