package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.live.LiveFile;
import org.jspecify.annotations.Nullable;

/**
 * Has the operating system put the live file on the disk at an interval, so that its
 * lines survive the death of the machine. A file that hangs in that holds the file thread
 * and no caller. Used by the file thread; any thread may ask for the results.
 */
final class Forcing {

	static final long NEVER = Long.MAX_VALUE;

	private final @Nullable Duration interval;

	private final DiskCalls calls;

	private final LongSupplier clock;

	private @Nullable LiveFile forced;

	/**
	 * Size of {@link #forced} when it was last put on the disk.
	 */
	private long forcedSize;

	private long nextAt;

	private volatile @Nullable Instant lastForced;

	private volatile @Nullable WriteDiagnosis problem;

	Forcing(@Nullable Duration interval, DiskCalls calls, LongSupplier clock) {
		this.interval = interval;
		this.calls = calls;
		this.clock = clock;
		this.nextAt = clock.getAsLong();
	}

	/**
	 * Puts a file on the disk if that is due.
	 * @param file the live file, or {@code null} if there is none
	 */
	void forceIfDue(@Nullable LiveFile file) {
		if (this.interval != null && file != null && hasGrown(file) && this.clock.getAsLong() - this.nextAt >= 0) {
			this.nextAt = this.clock.getAsLong() + this.interval.toNanos();
			force(file);
		}
	}

	/**
	 * Puts a file on the disk for the last time before it is closed.
	 * @param file the file
	 */
	void forceForTheLastTime(LiveFile file) {
		if (this.interval != null && hasGrown(file)) {
			force(file);
		}
	}

	private boolean hasGrown(LiveFile file) {
		return this.forced != file || this.forcedSize < file.size().own();
	}

	private void force(LiveFile file) {
		long size = file.size().own();
		try {
			this.calls.timed("Forcing", () -> {
				file.force();
				return true;
			});
			this.forced = file;
			this.forcedSize = size;
			this.lastForced = Instant.now().truncatedTo(ChronoUnit.MILLIS);
			this.problem = null;
		}
		catch (IOException ex) {
			this.problem = new WriteDiagnosis("it cannot be put on the disk: " + IoProblems.words(ex),
					"Look at the volume that it is on: dmesg, df -h, mount; or remove netraven.logging.force-interval.");
		}
	}

	/**
	 * Returns how long the file thread may pause before a file is due.
	 * @param file the live file, or {@code null} if there is none
	 * @return the time in nanoseconds, or {@link #NEVER}
	 */
	long dueIn(@Nullable LiveFile file) {
		return (this.interval != null && file != null && hasGrown(file)) ? this.nextAt - this.clock.getAsLong() : NEVER;
	}

	@Nullable Instant lastForced() {
		return this.lastForced;
	}

	@Nullable WriteDiagnosis problem() {
		return this.problem;
	}

}
