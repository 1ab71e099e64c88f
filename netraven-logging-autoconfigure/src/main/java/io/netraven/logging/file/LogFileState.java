package io.netraven.logging.file;

/**
 * What a log file is doing at one moment.
 */
public enum LogFileState {

	/**
	 * Lines are kept in memory; the file has not been opened yet.
	 */
	CAPTURING,

	/**
	 * The file is open and writable.
	 */
	WRITING,

	/**
	 * The file cannot be opened or written. Lines are kept in memory, and opening the
	 * file is retried.
	 */
	UNAVAILABLE,

	/**
	 * A write, or another call to the disk, has not returned for too long. Lines are kept
	 * in memory.
	 */
	STALLED,

	/**
	 * File logging is paused on request. Lines are left out of the file, and counted.
	 */
	PAUSED,

	/**
	 * The writer is closed. Lines are counted as lost.
	 */
	CLOSED

}
