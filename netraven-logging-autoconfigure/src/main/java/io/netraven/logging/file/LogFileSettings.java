package io.netraven.logging.file;

import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How one log file is written. Immutable and thread-safe. There are no defaults, and
 * ranges are not checked; a component that is {@code null} is refused with a
 * {@link NullPointerException}.
 *
 * @param file path of the file, absolute or relative to the working directory; a path
 * that cannot be used is an outage, not an error
 * @param delivery which thread writes a line
 * @param bufferSize maximum memory, in bytes, for lines that wait for the file; each line
 * costs 8 bytes besides its own
 * @param maxWait maximum time that a log call waits for room in a full buffer and for its
 * line to be written; not at all during an outage
 * @param maxRetryInterval maximum pause between two attempts to open an unwritable file;
 * pauses start at 100 milliseconds and double
 * @param permissions mode of new files and archives, whatever the umask; ignored by file
 * systems without modes
 * @param forceInterval minimum time between two requests to put the file on the disk,
 * made by the file thread, or {@code null} for none
 * @param untrustedFolder whether a folder in which a stranger can exchange files is used
 * @param rotation when the file is archived, and how archives are kept
 */
public record LogFileSettings(String file, Delivery delivery, long bufferSize, Duration maxWait,
		Duration maxRetryInterval, Set<PosixFilePermission> permissions, @Nullable Duration forceInterval,
		UntrustedFolder untrustedFolder, RotationSettings rotation) {

	public LogFileSettings {
		Objects.requireNonNull(file, "'file' must not be null");
		Objects.requireNonNull(delivery, "'delivery' must not be null");
		Objects.requireNonNull(maxWait, "'maxWait' must not be null");
		Objects.requireNonNull(maxRetryInterval, "'maxRetryInterval' must not be null");
		permissions = Set.copyOf(permissions);
		Objects.requireNonNull(untrustedFolder, "'untrustedFolder' must not be null");
		Objects.requireNonNull(rotation, "'rotation' must not be null");
	}

}
