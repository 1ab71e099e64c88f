package io.netraven.logging.file.daemon;

import java.time.Duration;

import io.netraven.logging.file.disk.FolderWatch;

/**
 * The pauses of the watch thread. A pause that lasts too long shows that the process was
 * suspended (stopped, paused, migrated): that time must not be attributed to the disk.
 */
final class Heartbeat {

	static final long NANOS = Duration.ofMillis(250).toNanos();

	/**
	 * A thread that is ready to run may have to wait for a processor.
	 */
	private static final long TOLERANCE_NANOS = Duration.ofMillis(250).toNanos();

	private final FolderWatch folderWatch;

	private final Runnable onChange;

	private volatile long pauseEnds = System.nanoTime() + NANOS;

	private volatile boolean pausing;

	/**
	 * Creates a heartbeat.
	 * @param folderWatch ends a pause when the live file comes or goes
	 * @param onChange called then
	 */
	Heartbeat(FolderWatch folderWatch, Runnable onChange) {
		this.folderWatch = folderWatch;
		this.onChange = onChange;
	}

	/**
	 * Pauses until the next beat, or until the live file has come or gone.
	 * @return by how many nanoseconds the pause was too long; 0 if it was not
	 */
	long await() {
		this.pauseEnds = System.nanoTime() + NANOS;
		this.pausing = true;
		boolean changed = this.folderWatch.await(NANOS);
		this.pausing = false;
		if (changed) {
			this.onChange.run();
		}
		long late = System.nanoTime() - this.pauseEnds;
		return (late > TOLERANCE_NANOS) ? late : 0;
	}

	void end() {
		this.folderWatch.close();
	}

	/**
	 * Returns whether the process may just have been suspended: the pause of the watch
	 * thread should have ended and has not.
	 * @return whether durations that are measured now are meaningless
	 */
	boolean isOverdue() {
		return this.pausing && System.nanoTime() - this.pauseEnds > TOLERANCE_NANOS;
	}

}
