package io.netraven.logging.file.archive;

import java.time.Clock;
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

	/**
	 * The day whose lines the live file holds.
	 */
	private LocalDate day;

	/**
	 * Whether the live file was empty when it was last looked at.
	 */
	private boolean empty;

	RotationTrigger(RotationSettings settings, Clock clock) {
		this.settings = settings;
		this.clock = clock;
		this.day = LocalDate.now(clock);
	}

	/**
	 * Starts a new live file. Its lines belong to the day on which the first of them is
	 * written.
	 */
	void begin() {
		this.day = today();
		this.empty = true;
	}

	/**
	 * Takes over the file of an earlier run. Its lines belong to the day of its last
	 * modification.
	 * @param found the file
	 */
	void takeOver(FileFacts found) {
		this.day = LocalDate.ofInstant(found.modified(), this.clock.getZone());
		this.empty = found.size() == 0;
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
		return this.settings.enabled() && (live.size() >= this.settings.maxFileSize() || isNewDay());
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
	 * Returns the size at which the live file is due for rotation.
	 * @return the size in bytes, or {@link Long#MAX_VALUE} if rotation is disabled
	 */
	long limit() {
		return (this.settings.enabled()) ? this.settings.maxFileSize() : Long.MAX_VALUE;
	}

}
