package io.netraven.logging.file.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The times in the names of archives. They only increase, even if the clock is set back,
 * so that names sort by age. Thread-safe.
 */
final class ArchiveTimes {

	/**
	 * By how much the clock of another host that writes to the folder may be ahead.
	 */
	private static final Duration AHEAD = Duration.ofHours(1);

	private final Clock clock;

	/**
	 * Time of the newest archive that was created or seen.
	 */
	private Instant newest = Instant.MIN;

	ArchiveTimes(Clock clock) {
		this.clock = clock;
	}

	synchronized Instant next() {
		Instant time = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		this.newest = (time.isAfter(this.newest)) ? time : this.newest.plusMillis(1);
		return this.newest;
	}

	synchronized void note(Instant time) {
		if (time.isAfter(this.newest)) {
			this.newest = time;
		}
	}

	/**
	 * Returns how long ago an archive was created, by the clock.
	 * @param time the time in its name
	 * @return the age in nanoseconds, negative if the clock was set back
	 */
	long ageOf(Instant time) {
		return Duration.between(time, this.clock.instant()).toNanos();
	}

	/**
	 * Returns the latest time that an archive can have. If the clock was set back,
	 * archives that were created before are still recognized.
	 * @return a time in the future
	 */
	synchronized Instant latestPossible() {
		Instant soon = this.clock.instant().plus(AHEAD);
		return (this.newest.isAfter(soon)) ? this.newest : soon;
	}

}
