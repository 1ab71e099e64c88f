package io.netraven.logging.file.archive;

import java.time.Duration;

/**
 * Detects that the archive thread hangs: a step that lasts too long waits for the disk.
 * Thread-safe.
 */
final class ArchiveProgress {

	private final long limitNanos;

	private volatile boolean working;

	private volatile long since;

	ArchiveProgress(Duration limit) {
		this.limitNanos = limit.toNanos();
	}

	/**
	 * Begins the next step, which is one call to the disk or a few.
	 */
	void step() {
		this.since = System.nanoTime();
		this.working = true;
	}

	void end() {
		this.working = false;
	}

	boolean hangs() {
		return this.working && System.nanoTime() - this.since > this.limitNanos;
	}

}
