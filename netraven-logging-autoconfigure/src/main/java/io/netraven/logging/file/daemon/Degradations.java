package io.netraven.logging.file.daemon;

import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.archive.LogRotation;
import org.jspecify.annotations.Nullable;

/**
 * Determines what is not as configured although lines reach the file. Computed from
 * memory.
 */
final class Degradations {

	private static final WriteDiagnosis DEAD_THREAD = new WriteDiagnosis(
			"its thread netraven-log-file is not alive: the file is neither followed nor rotated",
			"Nothing to do if it does not last: it is started again each second. Else look at the memory of the JVM "
					+ "and at the limit of threads: ulimit -u, in a container pids.max (docker run --pids-limit).");

	private final LogRotation rotation;

	private final NextFile nextFile;

	private final Forcing forcing;

	Degradations(LogRotation rotation, NextFile nextFile, Forcing forcing) {
		this.forcing = forcing;
		this.rotation = rotation;
		this.nextFile = nextFile;
	}

	@Nullable WriteDiagnosis current(boolean isFileThreadAlive) {
		if (!isFileThreadAlive) {
			return DEAD_THREAD;
		}
		WriteDiagnosis problem = this.nextFile.problem();
		if (problem == null) {
			problem = this.forcing.problem();
		}
		return (problem != null) ? problem : this.rotation.problem();
	}

}
