package io.netraven.logging.file;

import java.nio.file.Path;

/**
 * Hears what becomes of a log file. All methods are called by the watch thread, one at a
 * time, and may block: they hold up neither a log call nor the file.
 *
 * @author NetRaven maintainers
 */
public interface LogFileListener {

	/**
	 * The file was opened for the first time.
	 * @param status what is known of the file
	 */
	default void opened(LogFileStatus status) {
	}

	/**
	 * An outage has begun.
	 * @param outage the outage so far
	 */
	default void failed(Outage outage) {
	}

	/**
	 * An outage lasts. Called at growing intervals.
	 * @param outage the outage so far
	 */
	default void stillFailing(Outage outage) {
	}

	/**
	 * An outage has ended: lines are in the file again.
	 * @param outage the whole outage
	 */
	default void recovered(Outage outage) {
	}

	/**
	 * The path named another file, or the file was cut, and the writer has followed.
	 * @param what what was seen and what became of the lines in the former file
	 */
	default void followed(String what) {
	}

	/**
	 * The file was archived.
	 * @param archive the archive, not compressed yet
	 */
	default void rotated(Path archive) {
	}

	/**
	 * Something about the file is not as asked for, though it takes lines.
	 * @param diagnosis what is wrong and what to do
	 */
	default void degraded(WriteDiagnosis diagnosis) {
	}

	/**
	 * Lines were lost. Called once their record is in the file.
	 * @param gap the lines
	 */
	default void dropped(Gap gap) {
	}

}
