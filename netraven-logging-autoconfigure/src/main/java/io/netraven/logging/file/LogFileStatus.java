package io.netraven.logging.file;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a log file at one moment. Taken from memory alone: no call to the disk
 * is made for it. Immutable and thread-safe. All numbers count from the creation of the
 * writer.
 *
 * @param file path of the file, as configured
 * @param state what the file is doing
 * @param since when the state began, by the wall clock; known during an outage or stall,
 * otherwise {@code null}
 * @param diagnosis what is wrong and what to do, or {@code null} if nothing is
 * @param linesWritten how many lines the operating system has accepted
 * @param bytesWritten how many bytes the operating system has accepted, including the
 * records of gaps
 * @param linesWaiting how many lines are kept in memory for the file
 * @param bytesWaiting how much memory, in bytes, these lines use: their own bytes and 8
 * more for each
 * @param linesLost how many lines will never be in the file
 * @param unconfirmed how many log calls have returned before their line was in the file,
 * although it had been opened; with {@link Delivery#SYNC} only
 * @param lastWrite when the latest successful write began, to the millisecond;
 * {@code null} if there was none
 * @param degradation what is not as configured though the file is writable, such as a
 * file that cannot be archived; {@code null} if nothing
 * @param freeSpace how many bytes were free on the volume when it was last checked, or -1
 * if that is not known
 * @param figures sizes and counts of the file and its archives
 * @param note what a platform engineer may want to know although nothing fails, such as a
 * folder in which every user may delete files; {@code null} if nothing
 */
public record LogFileStatus(String file, LogFileState state, @Nullable Instant since,
		@Nullable WriteDiagnosis diagnosis, long linesWritten, long bytesWritten, long linesWaiting, long bytesWaiting,
		long linesLost, long unconfirmed, @Nullable Instant lastWrite, @Nullable WriteDiagnosis degradation,
		long freeSpace, LogFileFigures figures, @Nullable String note) {

	/**
	 * Returns whether lines reach the file, or will as soon as it is opened.
	 * @return {@code false} during an outage or stall and after the writer was closed
	 */
	public boolean isHealthy() {
		return this.state == LogFileState.WRITING || this.state == LogFileState.CAPTURING;
	}

}
