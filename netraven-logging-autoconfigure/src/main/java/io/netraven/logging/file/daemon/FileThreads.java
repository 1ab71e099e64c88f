package io.netraven.logging.file.daemon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.netraven.logging.file.concurrent.DaemonThread;
import io.netraven.logging.file.daemon.DiskCalls.DiskCall;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a file thread running: one that is dead or hangs is replaced. Used by the watch
 * thread.
 */
final class FileThreads {

	private final Supplier<Runnable> tasks;

	private final DiskCalls calls;

	private final Duration[] replaceAfter;

	/**
	 * Threads that were replaced and still hang. There are at most as many as there are
	 * limits in {@link #replaceAfter}.
	 */
	private final List<Thread> hung = new ArrayList<>();

	private volatile @Nullable Thread current;

	FileThreads(Supplier<Runnable> tasks, DiskCalls calls, TimeLimits limits) {
		this.tasks = tasks;
		this.calls = calls;
		this.replaceAfter = new Duration[] { limits.replace(), limits.replaceAgain() };
	}

	void replaceIfNeeded() {
		Thread thread = this.current;
		if (thread == null || !thread.isAlive()) {
			start();
			return;
		}
		this.hung.removeIf((former) -> !former.isAlive());
		DiskCall call = this.calls.current();
		boolean hangs = call != null && this.hung.size() < this.replaceAfter.length
				&& call.lasted() > this.replaceAfter[this.hung.size()].toNanos();
		if (hangs) {
			this.hung.add(thread);
			start();
		}
	}

	private void start() {
		Runnable task = this.tasks.get();
		this.calls.putInCharge(task);
		this.current = DaemonThread.start(task, "netraven-log-file");
	}

	boolean isAlive() {
		Thread thread = this.current;
		return thread != null && thread.isAlive();
	}

}
