package io.netraven.logging.file;

import java.util.concurrent.atomic.AtomicInteger;

import io.netraven.logging.file.FaultyOperations.DiskFault;

/**
 * Throws one {@link Error} after the other wherever it is called, until it is ended.
 */
final class Errors implements DiskFault {

	private final AtomicInteger thrown = new AtomicInteger();

	private volatile boolean ended;

	@Override
	public void before() {
		if (this.ended) {
			return;
		}
		switch (this.thrown.getAndIncrement() % 3) {
			case 0 -> throw new OutOfMemoryError("A test's");
			case 1 -> throw new StackOverflowError("A test's");
			default -> throw new NoClassDefFoundError("A test's");
		}
	}

	int thrown() {
		return this.thrown.get();
	}

	void end() {
		this.ended = true;
	}

}
