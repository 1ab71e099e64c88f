package io.netraven.logging.file;

import java.time.Duration;

/**
 * A thread that logs and times each of its calls.
 */
final class TimedLogger extends Thread {

	private final TestWriter log;

	private final int lines;

	private volatile Duration longest = Duration.ZERO;

	TimedLogger(TestWriter log, int number, int lines) {
		super("logger-" + number);
		this.log = log;
		this.lines = lines;
		setDaemon(true);
	}

	@Override
	public void run() {
		for (int i = 0; i < this.lines; i++) {
			Duration start = MachineTime.now();
			this.log.append(getName() + " " + i);
			Duration time = MachineTime.since(start);
			this.longest = (time.compareTo(this.longest) > 0) ? time : this.longest;
		}
	}

	Duration longest() {
		return this.longest;
	}

}
