package io.netraven.logging.file;

/**
 * What has been counted since the writer started. Guarded by the lock of the
 * {@link WriteQueue}.
 *
 * @author NetRaven maintainers
 */
final class WriteCounters {

	long linesWritten;

	long bytesWritten;

	long linesLost;

	long unconfirmed;

	/**
	 * Milliseconds since the epoch, 0 before the first write.
	 */
	long lastWrite;

	void written(int lines, int bytes) {
		this.linesWritten += lines;
		this.bytesWritten += bytes;
		this.lastWrite = System.currentTimeMillis();
	}

	WriteCounters copy() {
		WriteCounters copy = new WriteCounters();
		copy.linesWritten = this.linesWritten;
		copy.bytesWritten = this.bytesWritten;
		copy.linesLost = this.linesLost;
		copy.unconfirmed = this.unconfirmed;
		copy.lastWrite = this.lastWrite;
		return copy;
	}

}
