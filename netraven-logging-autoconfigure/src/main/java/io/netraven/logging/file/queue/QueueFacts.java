package io.netraven.logging.file.queue;

import org.jspecify.annotations.Nullable;

/**
 * What the {@link QueueMonitor} knows at one moment.
 *
 * @param open whether a file has been opened
 * @param closing whether the application is closing
 * @param closed whether lines are taken no more
 * @param failure why the file takes no lines
 * @param writing whether a write is in progress
 * @param stalledFor for how many nanoseconds the present turn has lasted, or nobody has
 * taken it though lines are pending
 * @param stallNanos from how many nanoseconds on that is a stall
 * @param added position of the newest line
 * @param written position up to which lines are written
 * @param halfFull whether half of the buffer is used
 * @param lines how many lines wait
 * @param bytes how much memory they use
 * @param linesWritten how many lines the operating system has taken
 * @param bytesWritten how many bytes the operating system has taken
 * @param linesLost how many lines could not be kept
 * @param unconfirmed how many calls returned before their line was written
 * @param lastWrite {@link System#nanoTime()} at the beginning of the latest write; means
 * nothing while {@code bytesWritten} is 0
 * @author NetRaven maintainers
 */
public record QueueFacts(boolean open, boolean closing, boolean closed, @Nullable WriteFailure failure, boolean writing,
		long stalledFor, long stallNanos, long added, long written, boolean halfFull, long lines, long bytes,
		long linesWritten, long bytesWritten, long linesLost, long unconfirmed, long lastWrite) {

	public boolean isStalled() {
		return this.stalledFor > this.stallNanos;
	}

}
