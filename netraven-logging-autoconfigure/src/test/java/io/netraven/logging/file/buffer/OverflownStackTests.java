package io.netraven.logging.file.buffer;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stack that overflows at any point of adding a line: the line is there and counted, or
 * it is neither.
 */
class OverflownStackTests {

	private static final byte[] LINE = "a line of some length\n".getBytes(StandardCharsets.UTF_8);

	private final PendingLines pending = new PendingLines(Integer.MAX_VALUE);

	private final Batch batch = new Batch();

	@Test
	void lineIsCountedIfAndOnlyIfItIsThere() throws InterruptedException {
		for (int i = 0; i < 300; i++) {
			overflow(160 * 1024 + i * 16);
			long counted = this.pending.lines();
			assertThat(linesThatAreThere()).as("Lines after overflow %d", i).isEqualTo(counted);
			assertThat(this.pending.lines()).as("Lines left after overflow %d", i).isZero();
			assertThat(this.pending.bytes()).as("Bytes left after overflow %d", i).isZero();
		}
	}

	private long linesThatAreThere() {
		long bytes = 0;
		while (!this.pending.isEmpty()) {
			this.pending.fill(this.batch);
			this.batch.assemble((gap) -> LINE);
			bytes += this.batch.length();
			long head = this.pending.head();
			this.pending.remove(this.batch);
			assertThat(this.pending.head()).as("Head after a batch").isGreaterThan(head);
		}
		return bytes / LINE.length;
	}

	private void overflow(long stackSize) throws InterruptedException {
		Thread thread = new Thread(null, () -> {
			try {
				addUntilTheStackIsFull();
			}
			catch (StackOverflowError ex) {
				// as intended
			}
		}, "recursion", stackSize);
		thread.start();
		thread.join();
	}

	private void addUntilTheStackIsFull() {
		this.pending.add(LINE);
		addUntilTheStackIsFull();
	}

}
