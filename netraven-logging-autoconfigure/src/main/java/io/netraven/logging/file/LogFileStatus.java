package io.netraven.logging.file;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a log file at one moment. Taken from memory alone: no call to the disk
 * is made for it. Immutable and thread-safe. All numbers count from the creation of the
 * writer.
 *
 * @param file path of the file, as configured
 * @param state what the file is doing
 * @param since when the state began, by the wall clock; known during an outage, stall or
 * pause, otherwise {@code null}
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
	 * Returns whether lines reach the file, will as soon as it is opened, or are left out
	 * of it on request.
	 * @return {@code false} during an outage or stall and after the writer was closed
	 */
	public boolean isHealthy() {
		return this.state == LogFileState.WRITING || this.state == LogFileState.CAPTURING
				|| this.state == LogFileState.PAUSED;
	}

	/**
	 * Returns what is known, by name, in the order in which it is shown to an operator.
	 * Sizes are numbers of bytes, times are instants to the millisecond, and what is not
	 * known is left out.
	 * @return the details
	 */
	public Map<String, Object> details() {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("file", this.file);
		details.put("state", this.state.name());
		if (this.diagnosis != null) {
			details.put("reason", this.diagnosis.reason());
			details.put("remedy", this.diagnosis.remedy());
		}
		putIfKnown(details, "since", (this.since != null) ? this.since.truncatedTo(ChronoUnit.MILLIS) : null);
		details.put("linesWritten", this.linesWritten);
		details.put("bytesWritten", this.bytesWritten);
		details.put("linesWaiting", this.linesWaiting);
		details.put("bytesWaiting", this.bytesWaiting);
		details.put("linesLost", this.linesLost);
		putIfKnown(details, "linesLeftOut", (this.figures.linesLeftOut() > 0) ? this.figures.linesLeftOut() : null);
		details.put("unconfirmed", this.unconfirmed);
		putIfKnown(details, "lastWrite", this.lastWrite);
		putIfKnown(details, "lastForced", this.figures.lastForced());
		putIfKnown(details, "degradation", (this.degradation != null) ? this.degradation.reason() : null);
		putIfKnown(details, "note", this.note);
		putIfKnown(details, "freeSpace", (this.freeSpace >= 0) ? this.freeSpace : null);
		return details;
	}

	private static void putIfKnown(Map<String, Object> details, String name, @Nullable Object value) {
		if (value != null) {
			details.put(name, value);
		}
	}

}
