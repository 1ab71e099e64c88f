package io.netraven.logging.file.queue;

/**
 * What has been counted since the writer started. Guarded by the lock of the
 * {@link QueueMonitor}.
 *
 * @author NetRaven maintainers
 */
final class WriteCounters {

	long linesWritten;

	long bytesWritten;

	long linesLost;

	long unconfirmed;

	/**
	 * {@link System#nanoTime()} at the beginning of the latest write; means nothing while
	 * {@link #bytesWritten} is 0.
	 */
	long lastWrite;

	void written(int lines, int bytes, long since) {
		this.linesWritten += lines;
		this.bytesWritten += bytes;
		this.lastWrite = since;
	}

}
