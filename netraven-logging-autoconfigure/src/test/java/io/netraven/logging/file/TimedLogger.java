package io.netraven.logging.file;

import java.time.Duration;

/**
 * A thread that logs and times each of its calls.
 */
final class TimedLogger extends Thread {

	private final TestWriter log;

	private final int lines;

	private volatile long longest;

	TimedLogger(TestWriter log, int number, int lines) {
		super("logger-" + number);
		this.log = log;
		this.lines = lines;
		setDaemon(true);
	}

	@Override
	public void run() {
		for (int i = 0; i < this.lines; i++) {
			long start = System.nanoTime();
			this.log.append(getName() + " " + i);
			this.longest = Math.max(this.longest, System.nanoTime() - start);
		}
	}

	Duration longest() {
		return Duration.ofNanos(this.longest);
	}

}
