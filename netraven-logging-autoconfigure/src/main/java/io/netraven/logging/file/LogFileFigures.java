package io.netraven.logging.file;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Sizes and counts of a log file and its archives at one moment, taken from memory alone.
 * Immutable and thread-safe. All counts are from the creation of the writer.
 *
 * @param bufferSize maximum memory for lines that wait, in bytes
 * @param fileSize size of the live file in bytes, as far as this process knows it; 0
 * until it is open
 * @param linesLeftOut how many lines were left out of the file on request; they do not
 * count as lost
 * @param outages how often the file became unwritable
 * @param rotations how often the live file was archived
 * @param failedRotations how many attempts to archive it have failed
 * @param archives how many archives there are, or -1 while that is not known
 * @param archivesSize size of the archives in bytes, or -1 while that is not known
 * @param lastForced when the file was last put on the disk, to the millisecond;
 * {@code null} if it never was
 */
public record LogFileFigures(long bufferSize, long fileSize, long linesLeftOut, long outages, long rotations,
		long failedRotations, long archives, long archivesSize, @Nullable Instant lastForced) {

}
