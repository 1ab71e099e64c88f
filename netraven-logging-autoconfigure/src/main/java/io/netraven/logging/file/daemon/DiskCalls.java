package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The file thread in charge, and the call to the disk that it has in progress. The watch
 * thread reads both: it replaces a thread whose call does not return. Thread-safe.
 *
 * @author NetRaven maintainers
 */
final class DiskCalls {

	/**
	 * Stands for the file thread in charge. One that was replaced finds another token
	 * here when its call returns.
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

	@Nullable DiskCall current() {
		return this.current.get();
	}

	/**
	 * What the disk is asked for. It may never answer.
	 *
	 * @param <T> the answer
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

		private volatile long since = System.nanoTime();

		DiskCall(String name) {
			this.name = name;
		}

		/**
		 * Returns what is done, for a message.
		 * @return a verb
		 */
		String name() {
			return this.name;
		}

		long lasted() {
			return System.nanoTime() - this.since;
		}

		/**
		 * Begins to measure anew: the process stood still.
		 */
		void forgive() {
			this.since = System.nanoTime();
		}

	}

}
