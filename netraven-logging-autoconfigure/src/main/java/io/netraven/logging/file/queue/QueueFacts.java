package io.netraven.logging.file.queue;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A snapshot of the {@link QueueMonitor}.
 *
 * @param open whether a file has been opened
 * @param closing whether the application is closing
 * @param closed whether lines are no longer accepted
 * @param failure why the file is not writable, or {@code null} if it is
 * @param writing whether a write is in progress
 * @param stalledFor how many nanoseconds the present turn has lasted, or lines have
 * waited for the file thread to take it
 * @param stallNanos above how many nanoseconds that is a stall
 * @param added position of the newest line
 * @param written position up to which lines are written
 * @param halfFull whether half of the buffer is used
 * @param lines how many lines are pending
 * @param bytes how much memory, in bytes, they use
 * @param linesWritten how many lines the operating system has accepted
 * @param bytesWritten how many bytes the operating system has accepted
 * @param linesLost how many lines were lost
 * @param unconfirmed how many calls returned before their line was written
 * @param lastWrite {@link System#nanoTime()} at the beginning of the latest write;
 * undefined while {@code bytesWritten} is 0
 * @param outages how often the file became unwritable
 * @param fileSize size of the live file in bytes, as far as this process knows it
 * @param leftAlone whether the file is left alone because of a pause
 * @param pausedSince when the pause began, or {@code null} if there is none
 * @param linesLeftOut how many lines pauses have left out
 */
public record QueueFacts(boolean open, boolean closing, boolean closed, @Nullable WriteFailure failure, boolean writing,
		long stalledFor, long stallNanos, long added, long written, boolean halfFull, long lines, long bytes,
		long linesWritten, long bytesWritten, long linesLost, long unconfirmed, long lastWrite, long outages,
		long fileSize, boolean leftAlone, @Nullable Instant pausedSince, long linesLeftOut) {

	public boolean isStalled() {
		return this.stalledFor > this.stallNanos;
	}

}
