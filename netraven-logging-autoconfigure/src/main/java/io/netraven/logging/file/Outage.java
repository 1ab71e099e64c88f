package io.netraven.logging.file;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A period in which the file is not writable, or a write to it does not return. Immutable
 * and thread-safe; no component is {@code null}.
 *
 * @param file path of the file
 * @param diagnosis what is wrong and what to do
 * @param since when it began, by the wall clock
 * @param length how long it has lasted so far, or in total; not affected by changes of
 * the wall clock
 * @param linesKept how many lines wait in memory for the file; once the outage has ended,
 * how many have been written since it began
 * @param linesLost how many lines were lost since it began
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
