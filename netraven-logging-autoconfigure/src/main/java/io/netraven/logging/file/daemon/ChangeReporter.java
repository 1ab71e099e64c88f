package io.netraven.logging.file.daemon;

import java.time.Duration;
import java.time.Instant;

import io.netraven.logging.file.LogFileListener;

/**
 * Reports what somebody else has done to the file. Changes that come again and again are
 * counted and reported at growing intervals, until there has been none for ten minutes.
 * Used by the watch thread.
 */
final class ChangeReporter {

	private static final Duration[] INTERVALS = { Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1) };

	private static final int REPORTED_AT_ONCE = 3;

	private static final Duration CALM = Duration.ofMinutes(10);

	private final LogFileListener listener;

	/**
	 * As {@link SteadyTime}, as are all times below.
	 */
	private Instant lastChange = Instant.MIN;

	private Instant lastReport = Instant.MIN;

	private int reportedAtOnce;

	private int growth;

	private int held;

	private String latest = "";

	ChangeReporter(LogFileListener listener) {
		this.listener = listener;
	}

	void changed(String what, Instant now) {
		if (now.minus(CALM).isAfter(this.lastChange)) {
			this.reportedAtOnce = 0;
			this.growth = 0;
		}
		this.lastChange = now;
		if (this.reportedAtOnce < REPORTED_AT_ONCE) {
			this.reportedAtOnce++;
			this.lastReport = now;
			this.listener.followed(what);
		}
		else {
			this.held++;
			this.latest = what;
		}
	}

	/**
	 * Reports the changes that were only counted, if that is due.
	 * @param now the present time
	 */
	void reportHeld(Instant now) {
		if (this.held == 0 || now.isBefore(this.lastReport.plus(INTERVALS[this.growth]))) {
			return;
		}
		String others = (this.held > 1)
				? "; before that, %d more changes of its path that were not told".formatted(this.held - 1) : "";
		this.held = 0;
		this.growth = Math.min(this.growth + 1, INTERVALS.length - 1);
		this.lastReport = now;
		this.listener.followed(this.latest + others);
	}

}
