package io.netraven.logging.file;

import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How one log file is written.
 *
 * @param file path of the file; a path that cannot be used is an outage, not an error
 * @param delivery who writes a line
 * @param bufferSize most memory, in bytes, for lines that wait for the file
 * @param maxWait longest that one log call waits for the file
 * @param maxRetryInterval longest pause between two tries of an unwritable file
 * @param permissions mode of new files
 * @param rotation when the file is archived
 * @author NetRaven maintainers
 */
public record LogFileSettings(String file, Delivery delivery, long bufferSize, Duration maxWait,
		Duration maxRetryInterval, Set<PosixFilePermission> permissions, RotationSettings rotation) {

	public LogFileSettings {
		Objects.requireNonNull(file, "'file' must not be null");
		Objects.requireNonNull(delivery, "'delivery' must not be null");
		Objects.requireNonNull(maxWait, "'maxWait' must not be null");
		Objects.requireNonNull(maxRetryInterval, "'maxRetryInterval' must not be null");
		permissions = Set.copyOf(permissions);
		Objects.requireNonNull(rotation, "'rotation' must not be null");
	}

}
