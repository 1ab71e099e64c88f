package io.netraven.logging.file;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a log file at one moment, from memory alone: taking it touches no
 * disk.
 *
 * @param file path of the file, as configured
 * @param state what the file is doing
 * @param since when this state began, or {@code null} where that is not known
 * @param diagnosis what is wrong and what to do, or {@code null} if nothing is
 * @param linesWritten how many lines the operating system has taken
 * @param bytesWritten how many bytes the operating system has taken
 * @param linesWaiting how many lines are kept in memory for the file
 * @param bytesWaiting how much memory, in bytes, these lines use
 * @param linesLost how many lines could not be kept
 * @param unconfirmed how many log calls returned before their line was in the file
 * @param lastWrite when the latest write that succeeded began, to the millisecond, or
 * {@code null} if there was none
 * @param degradation what is not as asked for though lines are taken, such as a file that
 * cannot be archived; {@code null} if nothing
 * @param freeSpace how many bytes were free on the volume when it was last looked at, or
 * -1 where that is not known
 * @author NetRaven maintainers
 */
public record LogFileStatus(String file, LogFileState state, @Nullable Instant since,
		@Nullable WriteDiagnosis diagnosis, long linesWritten, long bytesWritten, long linesWaiting, long bytesWaiting,
		long linesLost, long unconfirmed, @Nullable Instant lastWrite, @Nullable WriteDiagnosis degradation,
		long freeSpace) {

	/**
	 * Whether log lines reach the file, or will as soon as it is opened.
	 * @return {@code false} during an outage and after closing
	 */
	public boolean isHealthy() {
		return this.state == LogFileState.WRITING || this.state == LogFileState.CAPTURING;
	}

}
