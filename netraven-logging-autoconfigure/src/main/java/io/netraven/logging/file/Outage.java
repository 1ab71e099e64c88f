package io.netraven.logging.file;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A time in which the file does not take lines.
 *
 * @param file path of the file
 * @param diagnosis what is wrong and what to do
 * @param since when it began
 * @param length how long it has lasted, or did last
 * @param linesKept how many lines were kept in memory for the file: those that wait, and
 * after the end of the outage those that were written then
 * @param linesLost how many lines it has cost so far
 * @author NetRaven maintainers
 */
public record Outage(String file, WriteDiagnosis diagnosis, Instant since, Duration length, long linesKept,
		long linesLost) {

	public Outage {
		Objects.requireNonNull(file, "'file' must not be null");
		Objects.requireNonNull(diagnosis, "'diagnosis' must not be null");
		Objects.requireNonNull(since, "'since' must not be null");
		Objects.requireNonNull(length, "'length' must not be null");
	}

}
