package io.netraven.logging.file.queue;

/**
 * Counters since the creation of the writer. Must be accessed with the lock of the
 * {@link QueueMonitor} held.
 */
final class WriteCounters {

	long linesWritten;

	long bytesWritten;

	long linesLost;

	long linesLeftOut;

	long unconfirmed;

	/**
	 * {@link System#nanoTime()} at the beginning of the latest write; undefined while
	 * {@link #bytesWritten} is 0.
	 */
	long lastWrite;

	void written(int lines, int bytes, long since) {
		this.linesWritten += lines;
		this.bytesWritten += bytes;
		this.lastWrite = since;
	}

}
