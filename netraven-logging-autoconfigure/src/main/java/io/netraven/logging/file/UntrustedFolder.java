package io.netraven.logging.file;

/**
 * What becomes of a log file in a folder in which a stranger can rename and delete files:
 * every user may write to it and it is not sticky, or it belongs to another user than
 * root and that of this process.
 */
public enum UntrustedFolder {

	/**
	 * The file is used, and {@link LogFileStatus#note} says what is wrong.
	 */
	NOTE,

	/**
	 * The file is not opened: an outage.
	 */
	REFUSE

}
