package io.netraven.logging.file.queue;

import java.time.Instant;

import io.netraven.logging.file.WriteDiagnosis;

/**
 * A failure to open or write the file that lasts.
 *
 * @param diagnosis what is wrong now
 * @param since when it began
 */
public record WriteFailure(WriteDiagnosis diagnosis, Instant since) {

	public WriteFailure goesOn(WriteDiagnosis newest) {
		return new WriteFailure(newest, this.since);
	}

}
