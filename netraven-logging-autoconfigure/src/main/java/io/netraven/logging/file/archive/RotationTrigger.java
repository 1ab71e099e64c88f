package io.netraven.logging.file.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.RotationSettings.Period;
import io.netraven.logging.file.disk.FileFacts;

/**
 * Triggering policy: decides by size and day whether the live file is due for rotation.
 * Not thread-safe: used by the file thread.
 */
final class RotationTrigger {

	private final RotationSettings settings;

	private final Clock clock;

	private final long shortestStayNanos;

	/**
	 * {@link System#nanoTime()} at which the live file was created.
	 */
	private long createdAt;

	/**
	 * The day whose lines the live file holds.
	 */
	private LocalDate day;

	/**
	 * Whether the live file was empty when it was last looked at.
	 */
	private boolean empty;

	/**
	 * Creates a trigger.
	 * @param settings when the live file is due
	 * @param clock the clock of the days
	 * @param shortestStay how long a live file keeps its name at least, so that a reader
	 * that looks at names now and then sees it; unless it gets too big for the cap
	 */
	RotationTrigger(RotationSettings settings, Clock clock, Duration shortestStay) {
		this.shortestStayNanos = shortestStay.toNanos();
		this.settings = settings;
		this.clock = clock;
		this.day = LocalDate.now(clock);
		this.createdAt = System.nanoTime();
	}

	/**
	 * Starts a new live file. Its lines belong to the day on which the first of them is
	 * written.
	 */
	void begin() {
		this.day = today();
		this.empty = true;
		this.createdAt = System.nanoTime();
	}

	/**
	 * Takes over the file of an earlier run. Its lines belong to the day of its last
	 * modification.
	 * @param found the file
	 */
	void takeOver(FileFacts found) {
		this.day = LocalDate.ofInstant(found.modified(), this.clock.getZone());
		this.empty = found.size() == 0;
		this.createdAt = System.nanoTime() - this.shortestStayNanos;
	}

	boolean isDue(FileFacts live) {
		if (live.size() == 0) {
			this.empty = true;
			return false;
		}
		if (this.empty) {
			this.empty = false;
			this.day = today();
		}
		return this.settings.enabled() && (live.size() >= limit() || (isNewDay() && !isYoung()));
	}

	private boolean isNewDay() {
		LocalDate now = today();
		if (now.isBefore(this.day)) {
			this.day = now;
		}
		return this.settings.period() == Period.DAILY && now.isAfter(this.day);
	}

	/**
	 * Returns the present day. Ignores a clock that was set back to the previous day, but
	 * not one that was set back further.
	 * @return the day that new lines belong to
	 */
	private LocalDate today() {
		LocalDate now = LocalDate.now(this.clock);
		return (now.equals(this.day.minusDays(1))) ? this.day : now;
	}

	/**
	 * Returns the size at which the live file is due for rotation at present. A young one
	 * may have a third of the cap: it, the archive before it and a compressed copy fit.
	 * @return the size in bytes, or {@link Long#MAX_VALUE} if rotation is disabled
	 */
	long limit() {
		if (!this.settings.enabled()) {
			return Long.MAX_VALUE;
		}
		long maxFileSize = this.settings.maxFileSize();
		return (isYoung()) ? Math.max(maxFileSize, this.settings.totalSizeCap() / 3) : maxFileSize;
	}

	private boolean isYoung() {
		return System.nanoTime() - this.createdAt < this.shortestStayNanos;
	}

}
