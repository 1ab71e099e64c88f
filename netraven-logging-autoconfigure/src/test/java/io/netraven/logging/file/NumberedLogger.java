package io.netraven.logging.file;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that logs numbered lines at a random pace, whatever is thrown at it.
 */
final class NumberedLogger extends Thread {

	private final LineLedger ledger;

	private final int thread;

	private final int mostLines;

	private final Random random;

	private volatile LogFileWriter writer;

	private volatile boolean paused;

	private volatile boolean ended;

	private volatile boolean busy;

	private volatile int logged;

	NumberedLogger(LogFileWriter writer, LineLedger ledger, int thread, int mostLines, long seed) {
		super("logger-" + thread);
		setDaemon(true);
		this.writer = writer;
		this.ledger = ledger;
		this.thread = thread;
		this.mostLines = mostLines;
		this.random = new Random(seed + thread);
	}

	@Override
	public void run() {
		while (!this.ended && this.logged < this.mostLines) {
			try {
				this.busy = true;
				int burst = (this.paused) ? 0 : this.random.nextInt(50);
				for (int i = 0; i < burst && this.logged < this.mostLines; i++) {
					log(TestWriter.bytes(LineLedger.line(this.thread, this.logged)));
				}
			}
			catch (Throwable ex) {
				// the line was not handed over, or its fate is noted
			}
			this.busy = false;
			LockSupport.parkNanos(1_000_000L * this.random.nextInt(1, 10));
		}
	}

	@SuppressWarnings("NonAtomicVolatileUpdate")
	private void log(byte[] line) {
		int number = this.logged;
		boolean returned = false;
		this.logged++;
		try {
			this.writer.append(line);
			returned = true;
		}
		finally {
			if (returned) {
				this.ledger.returned(this.thread, number);
			}
			else {
				this.ledger.threw(this.thread, number);
			}
		}
	}

	int logged() {
		return this.logged;
	}

	/**
	 * Lets the thread log no more lines for a while.
	 */
	void pause() {
		this.paused = true;
		Liveness.patiently().until(() -> !this.busy || !isAlive());
	}

	void goOn(LogFileWriter next) {
		this.writer = next;
		this.paused = false;
	}

	void end() {
		this.ended = true;
		Liveness.patiently().until(() -> !isAlive());
	}

}
