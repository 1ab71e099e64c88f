package io.netraven.logging.file;

/**
 * Which thread writes a line to the file, which decides what a returned log call means.
 */
public enum Delivery {

	/**
	 * Callers write. A log call returns once the operating system has its line, or after
	 * {@code max-wait}, or immediately during an outage.
	 */
	SYNC,

	/**
	 * The file thread writes. A log call returns once its line is in memory; a process
	 * that is killed loses the lines that were not written yet.
	 */
	ASYNC

}
