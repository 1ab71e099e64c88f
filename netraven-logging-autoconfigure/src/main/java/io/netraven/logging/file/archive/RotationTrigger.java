package io.netraven.logging.file.archive;

import java.time.Clock;
import java.time.LocalDate;

import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.RotationSettings.Period;
import io.netraven.logging.file.disk.FileFacts;

/**
 * Decides by size and by day whether the live file is due for rotation. Not thread-safe:
 * used by the file thread.
 *
 * @author NetRaven maintainers
 */
final class RotationTrigger {

	private final RotationSettings settings;

	private final Clock clock;

	/**
	 * The day whose lines the live file holds.
	 */
	private LocalDate day;

	RotationTrigger(RotationSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.day = LocalDate.now(clock);
	}

	/**
	 * Starts a new live file: its lines are of today.
	 */
	void begin() {
		this.day = LocalDate.now(this.clock);
	}

	/**
	 * Takes over the file of an earlier run: its lines are of the day of its last change.
	 * @param found the file
	 */
	void takeOver(FileFacts found) {
		this.day = LocalDate.ofInstant(found.modified(), this.clock.getZone());
	}

	boolean isDue(FileFacts live) {
		return this.settings.enabled() && live.size() > 0 && (live.size() >= this.settings.maxFileSize() || isNewDay());
	}

	private boolean isNewDay() {
		return this.settings.period() == Period.DAILY && LocalDate.now(this.clock).isAfter(this.day);
	}

	/**
	 * Returns the size in bytes at which a file is due.
	 * @return the size, or {@link Long#MAX_VALUE} if rotation is disabled
	 */
	long limit() {
		return (this.settings.enabled()) ? this.settings.maxFileSize() : Long.MAX_VALUE;
	}

}
