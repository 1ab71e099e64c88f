package io.netraven.logging.file.queue;

import java.util.Arrays;

import io.netraven.logging.file.concurrent.Signal;
import org.jspecify.annotations.Nullable;

/**
 * Callers that are parked until their line is written. All methods must be called with
 * the lock of the {@link QueueMonitor} held.
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

	/**
	 * Removes the callers whose line is written.
	 * @param written position up to which lines are written
	 * @return the threads to wake
	 */
	@Nullable Wakeups takeWritten(long written) {
		Wakeups wakeups = null;
		for (int i = this.count - 1; i >= 0; i--) {
			if (this.positions[i] <= written) {
				wakeups = new Wakeups(removeAt(i), this.fileThread, wakeups);
			}
		}
		return wakeups;
	}

	@Nullable Wakeups takeAll() {
		return takeWritten(Long.MAX_VALUE);
	}

	/**
	 * Removes the caller of one line if it is parked.
	 * @param position the position of the line
	 * @param wakeups the threads to wake in any case
	 * @return the threads to wake
	 */
	@Nullable Wakeups take(long position, @Nullable Wakeups wakeups) {
		for (int i = 0; i < this.count; i++) {
			if (this.positions[i] == position) {
				return new Wakeups(removeAt(i), this.fileThread, wakeups);
			}
		}
		return wakeups;
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
