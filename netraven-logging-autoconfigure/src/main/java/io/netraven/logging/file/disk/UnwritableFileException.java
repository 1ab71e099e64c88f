package io.netraven.logging.file.disk;

import java.io.IOException;

import io.netraven.logging.file.WriteDiagnosis;

/**
 * Thrown if a log file cannot be opened for a reason that is known.
 */
public final class UnwritableFileException extends IOException {

	private final transient WriteDiagnosis diagnosis;

	public UnwritableFileException(WriteDiagnosis diagnosis) {
		super(diagnosis.reason());
		this.diagnosis = diagnosis;
	}

	public WriteDiagnosis diagnosis() {
		return this.diagnosis;
	}

}
