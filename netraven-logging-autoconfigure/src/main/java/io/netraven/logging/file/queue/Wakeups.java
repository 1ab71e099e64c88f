package io.netraven.logging.file.queue;

import java.util.concurrent.locks.LockSupport;

import io.netraven.logging.file.concurrent.Signal;
import org.jspecify.annotations.Nullable;

/**
 * A list of threads to wake once the lock of the {@link QueueMonitor} is released: waking
 * is a system call.
 *
 * @param caller a parked caller, or {@code null} for the file thread
 * @param fileThread wakes the file thread
 * @param next the rest of the list
 */
record Wakeups(@Nullable Thread caller, Signal fileThread, @Nullable Wakeups next) {

	static void all(@Nullable Wakeups first) {
		for (Wakeups wake = first; wake != null; wake = wake.next) {
			if (wake.caller != null) {
				LockSupport.unpark(wake.caller);
			}
			else {
				wake.fileThread.raise();
			}
		}
	}

}
