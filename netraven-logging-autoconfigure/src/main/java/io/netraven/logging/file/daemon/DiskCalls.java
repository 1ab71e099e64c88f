package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * Shows the watch thread what the file thread is doing on the disk, so that a file thread
 * whose call does not return can be replaced. Thread-safe.
 */
final class DiskCalls {

	/**
	 * Identifies the file thread in charge. A thread that was replaced finds another
	 * token here when its call returns.
	 */
	private volatile @Nullable Object inCharge;

	private final AtomicReference<@Nullable DiskCall> current = new AtomicReference<>();

	void putInCharge(Object token) {
		this.inCharge = token;
		this.current.set(null);
	}

	boolean isInCharge(Object token) {
		return this.inCharge == token;
	}

	<T> T timed(String name, Action<T> action) throws IOException {
		DiskCall call = new DiskCall(name);
		this.current.set(call);
		try {
			return action.run();
		}
		finally {
			this.current.compareAndSet(call, null);
		}
	}

	/**
	 * Notes that the call in progress goes on to its next step, if it is the calling
	 * thread's.
	 */
	void nextStep() {
		DiskCall call = this.current.get();
		if (call != null && call.thread == Thread.currentThread()) {
			call.restart();
		}
	}

	/**
	 * Begins to time the call in progress anew, because the process stood still.
	 */
	void forgive() {
		DiskCall call = this.current.get();
		if (call != null) {
			call.restart();
		}
	}

	@Nullable DiskCall current() {
		return this.current.get();
	}

	/**
	 * A call to the disk. It may never return.
	 *
	 * @param <T> the type of the result
	 */
	@FunctionalInterface
	interface Action<T> {

		T run() throws IOException;

	}

	/**
	 * A call in progress.
	 */
	static final class DiskCall {

		private final String name;

		private final Thread thread = Thread.currentThread();

		private volatile long since = System.nanoTime();

		DiskCall(String name) {
			this.name = name;
		}

		/**
		 * Returns what the call does, for messages.
		 * @return the beginning of a sentence, such as {@code Opening}
		 */
		String name() {
			return this.name;
		}

		long lasted() {
			return System.nanoTime() - this.since;
		}

		private void restart() {
			this.since = System.nanoTime();
		}

	}

}
