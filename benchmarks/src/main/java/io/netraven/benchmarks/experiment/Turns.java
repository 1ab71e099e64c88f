package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.BiFunction;

import io.netraven.benchmarks.contender.Contender;
import io.netraven.benchmarks.contender.OpenLog;

/**
 * Logs flat out until a moment. Loaded once for each class loader of {@link SideBySide},
 * which knows it only as a function.
 */
public final class Turns implements BiFunction<Long, Long, long[]> {

	/** Each call whose time is taken stands for so many. */
	static final int CALLS_PER_SAMPLE = 16;

	private final OpenLog log;

	private Turns(OpenLog log) {
		this.log = log;
	}

	/**
	 * Open a log in the folder of the moment.
	 * @param contender name of the contender
	 * @return logs until the second {@link System#nanoTime()} that it is given, and
	 * returns how many nanoseconds each sixteenth call took from the first one on; safe
	 * for use by any number of threads
	 * @throws IOException if the log cannot be opened
	 */
	public static BiFunction<Long, Long, long[]> open(String contender) throws IOException {
		return new Turns(Contender.valueOf(contender).open(LogFolder.file()));
	}

	@Override
	public long[] apply(Long begin, Long end) {
		logUntil(begin);
		return logUntil(end);
	}

	private long[] logUntil(long end) {
		long[] samples = new long[1024];
		int count = 0;
		long number = 0;
		long now = System.nanoTime();
		while (now - end < 0) {
			for (int i = 1; i < CALLS_PER_SAMPLE; i++) {
				this.log.log(number++);
			}
			long before = System.nanoTime();
			this.log.log(number++);
			now = System.nanoTime();
			if (count == samples.length) {
				samples = Arrays.copyOf(samples, count * 2);
			}
			samples[count++] = now - before;
		}
		return Arrays.copyOf(samples, count);
	}

}
