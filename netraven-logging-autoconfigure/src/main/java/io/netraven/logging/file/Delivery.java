package io.netraven.logging.file;

/**
 * Who writes a line to the file, and what a returned log call means.
 *
 * @author NetRaven maintainers
 */
public enum Delivery {

	/**
	 * The calling thread. A call that returns in time has its line in the operating
	 * system.
	 */
	SYNC,

	/**
	 * The file thread. A call returns once its line is in memory; a process that is
	 * killed loses the lines of the last moment.
	 */
	ASYNC

}
