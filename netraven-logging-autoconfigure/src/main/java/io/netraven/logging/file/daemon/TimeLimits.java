package io.netraven.logging.file.daemon;

import java.time.Duration;

import io.netraven.logging.file.LogFileSettings;

/**
 * How long things may last.
 *
 * @param stall after which a turn is a stall, and callers no longer wait for it
 * @param giveUp after which a write that does not return is given up, if the path names
 * another file
 * @param replace after which a file thread that hangs is replaced
 * @param replaceAgain the same for its replacement; the thread after that is the last one
 * @param shortestStay how long a live file keeps its name before it is archived by size
 * or day, unless the cap needs it: agents look for new files every few seconds
 */
public record TimeLimits(Duration stall, Duration giveUp, Duration replace, Duration replaceAgain,
		Duration shortestStay) {

	private static final Duration SHORTEST_STALL = Duration.ofMillis(500);

	public static TimeLimits of(LogFileSettings settings) {
		Duration maxWait = settings.maxWait();
		Duration stall = (maxWait.compareTo(SHORTEST_STALL) > 0) ? maxWait : SHORTEST_STALL;
		return new TimeLimits(stall, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofMinutes(1),
				Duration.ofSeconds(5));
	}

}
