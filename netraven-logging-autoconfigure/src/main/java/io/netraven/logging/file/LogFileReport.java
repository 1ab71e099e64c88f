package io.netraven.logging.file;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a log file at one moment, for an operator. Taken from
 * memory alone: no call to the disk is made for it. Immutable and thread-safe.
 *
 * @param settings how the file is written
 * @param status the status of the file
 * @param opened when the present file was opened, to the millisecond; {@code null} if it
 * has not been opened yet
 * @param archives the archives, as the latest look at the folder has found them, the
 * newest first, at most 100
 * @param outages the latest outages that have ended, the latest first, at most 10; those
 * shorter than 250 milliseconds may be missing
 */
public record LogFileReport(LogFileSettings settings, LogFileStatus status, @Nullable Instant opened,
		List<ArchivedFile> archives, List<Outage> outages) {

	public LogFileReport {
		Objects.requireNonNull(settings, "'settings' must not be null");
		Objects.requireNonNull(status, "'status' must not be null");
		archives = List.copyOf(archives);
		outages = List.copyOf(outages);
	}

}
