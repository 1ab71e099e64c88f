package io.netraven.logging.file;

import java.time.Instant;

/**
 * That the file does not take lines, and since when.
 *
 * @param diagnosis what is wrong now
 * @param since when it began
 * @author NetRaven maintainers
 */
record WriteFailure(WriteDiagnosis diagnosis, Instant since) {

	WriteFailure goesOn(WriteDiagnosis newest) {
		return new WriteFailure(newest, this.since);
	}

}
