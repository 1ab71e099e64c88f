package io.netraven.benchmarks;

import java.io.IOException;
import java.util.function.LongBinaryOperator;

/**
 * Logs flat out until a moment. Loaded once for each class loader of {@link SideBySide},
 * which knows it only as a function.
 *
 * @author NetRaven maintainers
 */
public final class Turns implements LongBinaryOperator {

	private static final int LINES_BETWEEN_LOOKS = 8;

	private final OpenLog log;

	private Turns(OpenLog log) {
		this.log = log;
	}

	/**
	 * Open a log in the folder of the moment.
	 * @param contender name of the contender
	 * @return logs until the second {@link System#nanoTime()} that it is given, and
	 * returns the number of lines from the first one on; safe for use by any number of
	 * threads
	 * @throws IOException if the log cannot be opened
	 */
	public static LongBinaryOperator open(String contender) throws IOException {
		return new Turns(Contender.valueOf(contender).open(LogFolder.file()));
	}

	@Override
	public long applyAsLong(long begin, long end) {
		logUntil(begin);
		return logUntil(end);
	}

	private long logUntil(long end) {
		long lines = 0;
		while (System.nanoTime() - end < 0) {
			for (int i = 0; i < LINES_BETWEEN_LOOKS; i++) {
				this.log.log(lines++);
			}
		}
		return lines;
	}

}
