package io.netraven.logging.file;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * The threads of one writer. One of them may still put a file into the folder of a test
 * while that is deleted, so a test waits for their end. Those that a test has caught for
 * good are left.
 */
public final class WriterThreads {

	private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

	private final Set<Thread> others;

	private WriterThreads(Set<Thread> others) {
		this.others = others;
	}

	/**
	 * Notes which threads there are. Must be called before the writer is created.
	 * @return the threads of a writer that is created after this
	 */
	public static WriterThreads ofTheNextWriter() {
		return new WriterThreads(ofWriters());
	}

	/**
	 * Waits until the threads have ended, for at most ten seconds. Must be called once
	 * the writer is closed.
	 */
	public void awaitEnd() {
		long start = System.nanoTime();
		while (System.nanoTime() - start < PATIENCE_NANOS && !this.others.containsAll(ofWriters())) {
			LockSupport.parkNanos(1_000_000);
		}
	}

	private static Set<Thread> ofWriters() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("netraven-log-"))
			.filter((thread) -> !thread.getName().equals("netraven-log-watch"))
			.collect(Collectors.toSet());
	}

}
