package io.netraven.logging.file;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * What others ask of the file thread, and what it lets them see. Safe for use by several
 * threads; nobody waits here but the file thread.
 *
 * @author NetRaven maintainers
 */
final class FileRequests {

	private static final long CAPTURE_NANOS = Duration.ofSeconds(5).toNanos();

	private final Signal signal;

	private final long captureEnds = System.nanoTime() + CAPTURE_NANOS;

	/**
	 * The thread in charge. One that hangs and is replaced finds another one here when it
	 * comes back.
	 */
	private volatile @Nullable Runnable current;

	/**
	 * What the thread in charge is doing with the disk at this moment.
	 */
	private final AtomicReference<@Nullable Operation> operation = new AtomicReference<>();

	private volatile boolean open;

	private volatile boolean retryNow;

	private volatile boolean finished;

	private volatile long tries;

	private volatile long freeSpace = -1;

	private volatile boolean rotate;

	FileRequests(Signal signal) {
		this.signal = signal;
	}

	void putInCharge(Runnable thread) {
		this.current = thread;
		this.operation.set(null);
	}

	boolean isCurrent(Runnable thread) {
		return this.current == thread;
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

	void noteFreeSpace(long bytes) {
		this.freeSpace = bytes;
	}

	long freeSpace() {
		return this.freeSpace;
	}

	<T> T timed(String name, DiskCall<T> call) throws IOException {
		Operation started = new Operation(name, System.nanoTime());
		this.operation.set(started);
		try {
			return call.run();
		}
		finally {
			this.operation.compareAndSet(started, null);
		}
	}

	@Nullable Operation operation() {
		return this.operation.get();
	}

	/**
	 * A call that the disk may never answer.
	 *
	 * @param <T> what it answers
	 */
	@FunctionalInterface
	interface DiskCall<T> {

		T run() throws IOException;

	}

	/**
	 * A call in progress.
	 *
	 * @param name for a message
	 * @param since {@link System#nanoTime()} of its start
	 */
	record Operation(String name, long since) {

		long lasted() {
			return System.nanoTime() - this.since;
		}

	}

}
