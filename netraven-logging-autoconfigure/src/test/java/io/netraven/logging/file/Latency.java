package io.netraven.logging.file;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.netraven.logging.file.FaultyOperations.DiskFault;

/**
 * A call to the disk that takes its time, though its thread is woken meanwhile.
 *
 * @param length how long
 */
record Latency(Duration length) implements DiskFault {

	static Latency ofMillis(long millis) {
		return new Latency(Duration.ofMillis(millis));
	}

	@Override
	public void before() {
		long end = System.nanoTime() + this.length.toNanos();
		for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
			LockSupport.parkNanos(left);
		}
	}

}
