package io.netraven.logging.file;

import java.util.concurrent.locks.LockSupport;

/**
 * A thread that logs numbered lines without pause, as many as it is allowed, and notes
 * them in a ledger.
 */
final class LedgerLogger extends Thread {

	private final LogFileWriter writer;

	private final LineLedger ledger;

	private final int thread;

	private final int mostLines;

	private volatile int allowed;

	private volatile boolean ended;

	private volatile int logged;

	LedgerLogger(LogFileWriter writer, LineLedger ledger, int thread, int mostLines) {
		super("logger-" + thread);
		setDaemon(true);
		this.writer = writer;
		this.ledger = ledger;
		this.thread = thread;
		this.mostLines = mostLines;
	}

	@Override
	@SuppressWarnings("NonAtomicVolatileUpdate")
	public void run() {
		while (!this.ended) {
			if (this.logged >= this.allowed) {
				LockSupport.parkNanos(100_000);
				continue;
			}
			this.writer.append(TestWriter.bytes(LineLedger.line(this.thread, this.logged)));
			this.ledger.returned(this.thread, this.logged);
			this.logged++;
		}
	}

	/**
	 * Allows more lines.
	 * @param lines how many more than it has logged
	 */
	void allow(int lines) {
		this.allowed = Math.min(this.logged + lines, this.mostLines);
	}

	int logged() {
		return this.logged;
	}

	void end() throws InterruptedException {
		this.ended = true;
		join();
	}

}
