package io.netraven.benchmarks.contender;

/**
 * A log that is open. Safe for use by any number of threads.
 */
public interface OpenLog extends AutoCloseable {

	/**
	 * Log the one line that every contender logs.
	 * @param number the only part of it that changes
	 */
	void log(long number);

	/**
	 * Get every line into the file, then close it.
	 */
	@Override
	void close();

}
