package io.netraven.logging.file.queue;

import java.util.Arrays;

import io.netraven.logging.file.concurrent.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Callers that are parked until their line is written. Guarded by the lock of the
 * {@link QueueMonitor}.
 *
 * @author NetRaven maintainers
 */
final class ParkedCallers {

	private final Signal fileThread;

	private @Nullable Thread[] threads = new @Nullable Thread[16];

	private long[] positions = new long[16];

	private int count;

	ParkedCallers(Signal fileThread) {
		this.fileThread = fileThread;
	}

	void add(Thread thread, long position) {
		if (this.count == this.threads.length) {
			this.threads = Arrays.copyOf(this.threads, this.count * 2);
			this.positions = Arrays.copyOf(this.positions, this.count * 2);
		}
		this.threads[this.count] = thread;
		this.positions[this.count++] = position;
	}

	void remove(Thread thread) {
		for (int i = 0; i < this.count; i++) {
			if (this.threads[i] == thread) {
				removeAt(i);
				return;
			}
		}
	}

	boolean contains(Thread thread) {
		return Arrays.asList(this.threads).contains(thread);
	}

	boolean isEmpty() {
		return this.count == 0;
	}

	/**
	 * Take out everybody whose line is written.
	 * @param written position up to which lines are written
	 * @return whom to wake
	 */
	@Nullable Wakeups takeWritten(long written) {
		Wakeups wake = null;
		for (int i = this.count - 1; i >= 0; i--) {
			if (this.positions[i] <= written) {
				wake = new Wakeups(removeAt(i), this.fileThread, wake);
			}
		}
		return wake;
	}

	/**
	 * Take out the one whose line is the oldest.
	 * @param wake whom to wake as well
	 * @return whom to wake
	 */
	@Nullable Wakeups takeOldest(@Nullable Wakeups wake) {
		int oldest = 0;
		for (int i = 1; i < this.count; i++) {
			if (this.positions[i] < this.positions[oldest]) {
				oldest = i;
			}
		}
		return new Wakeups(removeAt(oldest), this.fileThread, wake);
	}

	private @Nullable Thread removeAt(int index) {
		Thread thread = this.threads[index];
		this.count--;
		this.threads[index] = this.threads[this.count];
		this.positions[index] = this.positions[this.count];
		this.threads[this.count] = null;
		return thread;
	}

}
