package io.netraven.logging.file.daemon;

import java.time.Duration;

import io.netraven.logging.file.concurrent.Signal;
import io.netraven.logging.file.queue.QueueFacts;

/**
 * Requests of other threads to the file thread. Thread-safe; only the file thread may
 * wait here.
 */
final class FileRequests {

	private static final long CAPTURE_NANOS = Duration.ofSeconds(5).toNanos();

	private final Signal signal;

	private final long captureEnds = System.nanoTime() + CAPTURE_NANOS;

	private volatile boolean open;

	private volatile boolean retryNow;

	private volatile boolean look;

	private volatile boolean rotate;

	private volatile boolean reopen;

	private volatile boolean finished;

	/**
	 * The number of attempts to open the file. Written by the file thread in charge.
	 */
	private volatile long tries;

	FileRequests(Signal signal) {
		this.signal = signal;
	}

	void open() {
		this.open = true;
		this.signal.raise();
	}

	boolean shouldOpen(QueueFacts facts) {
		return this.open || facts.halfFull() || System.nanoTime() - this.captureEnds >= 0;
	}

	long captureEnds() {
		return this.captureEnds;
	}

	void retryNow() {
		this.retryNow = true;
		this.signal.raise();
	}

	boolean takeRetryNow() {
		boolean asked = this.retryNow;
		this.retryNow = false;
		return asked;
	}

	void look() {
		this.look = true;
		this.signal.raise();
	}

	boolean takeLook() {
		boolean asked = this.look;
		this.look = false;
		return asked;
	}

	void rotate() {
		this.rotate = true;
		this.signal.raise();
	}

	boolean isRotationAsked() {
		return this.rotate;
	}

	boolean takeRotate() {
		boolean asked = this.rotate;
		this.rotate = false;
		return asked;
	}

	void reopen() {
		this.reopen = true;
		this.signal.raise();
	}

	boolean isReopeningAsked() {
		return this.reopen;
	}

	boolean takeReopen() {
		boolean asked = this.reopen;
		this.reopen = false;
		return asked;
	}

	void finish() {
		this.finished = true;
		this.signal.raise();
	}

	boolean isFinished() {
		return this.finished;
	}

	void await(long nanos) {
		this.signal.await(nanos);
	}

	@SuppressWarnings("NonAtomicVolatileUpdate")
	void tried() {
		this.tries++;
	}

	long tries() {
		return this.tries;
	}

}
