package io.netraven.logging.file;

import java.util.BitSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thread that logs numbered lines without pause, as many as it is allowed.
 */
final class FlatOutLogger extends Thread {

	private final WriterRig log;

	private volatile boolean ended;

	private volatile int allowed;

	private volatile int count;

	FlatOutLogger(WriterRig log, String name) {
		super(name);
		this.log = log;
	}

	@Override
	@SuppressWarnings("NonAtomicVolatileUpdate")
	public void run() {
		while (!this.ended) {
			if (this.count < this.allowed) {
				this.log.append(getName() + " " + this.count);
				this.count++;
			}
			else {
				LockSupport.parkNanos(100_000);
			}
		}
	}

	/**
	 * Allows more lines.
	 * @param lines how many more than it has logged
	 */
	void allow(int lines) {
		this.allowed = this.count + lines;
	}

	void end() throws InterruptedException {
		this.ended = true;
		join();
	}

	/**
	 * Checks that each line of this thread was read once. Must be called after
	 * {@link #end}.
	 * @param lines lines of several threads
	 */
	void assertEachLineIsThereOnce(List<String> lines) {
		BitSet numbers = new BitSet();
		lines.stream().filter((line) -> line.startsWith(getName() + " ")).forEach((line) -> {
			int number = Integer.parseInt(line.substring(getName().length() + 1));
			assertThat(numbers.get(number)).as("%s is there twice", line).isFalse();
			numbers.set(number);
		});
		assertThat(this.count - numbers.cardinality()).as("missing lines of %s of %d", getName(), this.count).isZero();
	}

}
