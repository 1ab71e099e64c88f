package io.netraven.logging.file;

import java.io.IOException;

/**
 * A log file cannot be opened, and it is known why.
 *
 * @author NetRaven maintainers
 */
final class UnwritableFileException extends IOException {

	private final transient WriteDiagnosis diagnosis;

	UnwritableFileException(WriteDiagnosis diagnosis) {
		super(diagnosis.reason());
		this.diagnosis = diagnosis;
	}

	WriteDiagnosis diagnosis() {
		return this.diagnosis;
	}

}
