package io.netraven.logging.file.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.netraven.logging.file.concurrent.DaemonThread;

/**
 * Runs the work on archives on a thread of its own, which lives only while there is work.
 * Whatever fails there costs neither a line nor a log call, and is retried. Thread-safe.
 */
final class ArchiveThread {

	private static final long RETRY_NANOS = Duration.ofSeconds(10).toNanos();

	private static final long RETRY_AFTER_ERROR_NANOS = Duration.ofSeconds(1).toNanos();

	private static final long NEVER = Long.MAX_VALUE;

	private final ArchiveWork work;

	private final ArchiveProgress progress;

	private final RotationProblems problems;

	private final Consumer<Thread> starter;

	private final AtomicBoolean running = new AtomicBoolean();

	private final long origin = System.nanoTime();

	/**
	 * When there is work again, in nanoseconds since {@link #origin}.
	 */
	private final AtomicLong due = new AtomicLong();

	ArchiveThread(ArchiveWork work, ArchiveProgress progress, RotationProblems problems, Consumer<Thread> starter) {
		this.work = work;
		this.progress = progress;
		this.problems = problems;
		this.starter = starter;
	}

	/**
	 * Requests that the thread run as soon as possible.
	 */
	void wake() {
		this.due.set(0);
	}

	/**
	 * Starts the thread if there is work. Returns immediately. Does not throw: starting
	 * the thread is retried after an error.
	 */
	void startIfDue() {
		if (now() < this.due.get() || !this.running.compareAndSet(false, true)) {
			return;
		}
		boolean started = false;
		try {
			Thread thread = new DaemonThread(this::run, "netraven-log-archive");
			this.starter.accept(thread);
			started = true;
		}
		catch (RuntimeException | Error ex) {
			dueIn(RETRY_AFTER_ERROR_NANOS);
			this.problems.archivesBrokenOff();
		}
		finally {
			if (!started) {
				this.running.set(false);
			}
		}
	}

	private void run() {
		try {
			this.due.set(NEVER);
			long next = this.work.run();
			if (next != ArchiveWork.NOTHING) {
				dueIn(next);
			}
			this.problems.archivesTended();
		}
		catch (IOException ex) {
			dueIn(RETRY_NANOS);
			this.problems.archivesFailed(ex);
		}
		catch (RuntimeException | Error ex) {
			dueIn(RETRY_AFTER_ERROR_NANOS);
			this.problems.archivesBrokenOff();
		}
		finally {
			this.progress.end();
			this.running.set(false);
		}
	}

	private void dueIn(long nanos) {
		long time = now() + nanos;
		if (!this.due.compareAndSet(NEVER, time)) {
			this.due.set(Math.min(time, this.due.get()));
		}
	}

	private long now() {
		return System.nanoTime() - this.origin;
	}

}
