package io.netraven.logging.file;

/**
 * What a log file is doing at one moment.
 *
 * @author NetRaven maintainers
 */
public enum LogFileState {

	/**
	 * Lines are kept in memory; the file has not been opened yet.
	 */
	CAPTURING,

	/**
	 * The file takes lines.
	 */
	WRITING,

	/**
	 * The file cannot be opened or written. Lines are kept in memory and the file is
	 * tried again.
	 */
	UNAVAILABLE,

	/**
	 * A write, or the opening of the file, does not return. Lines are kept in memory.
	 */
	STALLED,

	/**
	 * The writer is closed and takes no more lines.
	 */
	CLOSED

}
