package io.netraven.logging.file;

import java.nio.file.Path;

/**
 * Callbacks for the life of a log file. All of them do nothing by default.
 * <p>
 * Called by the watch thread only, one at a time, within about 250 milliseconds of what
 * they report. An implementation needs no synchronization of its own. Each event is
 * delivered at most once; those of the last moment before the writer is closed may not be
 * delivered.
 * <p>
 * A callback may block: that delays neither log calls nor writing, but later callbacks
 * wait, and a file thread that hangs is not replaced meanwhile. It may throw: whatever is
 * thrown is ignored, and the remaining callbacks follow 250 milliseconds later. It may
 * log: such lines are left to the next writer, so that the watch thread is never caught
 * in a write.
 */
public interface LogFileListener {

	/**
	 * The file is writable for the first time. Called at most once.
	 * @param status the status of the file at this moment
	 */
	default void opened(LogFileStatus status) {
	}

	/**
	 * An outage has begun. Called at most once for each outage. The first three are
	 * reported immediately; after them, a file that keeps failing is reported at
	 * intervals that grow to one hour, until it has been calm for an hour. An outage that
	 * ends before it is due to be reported is not.
	 * @param outage the outage so far
	 */
	default void failed(Outage outage) {
	}

	/**
	 * An outage that was reported lasts. Called at growing intervals: after 1 minute, 5
	 * minutes, and then each hour; and at once when its cause changes, three times until
	 * the file has been calm for an hour.
	 * @param outage the outage so far
	 */
	default void stillFailing(Outage outage) {
	}

	/**
	 * An outage that was reported has ended: lines reach the file again. Called once for
	 * each outage that {@link #failed} was called for.
	 * @param outage the whole outage
	 */
	default void recovered(Outage outage) {
	}

	/**
	 * File logging was paused on request. Called once for each pause, unless it ends
	 * within 250 milliseconds.
	 * @param status the status of the file at this moment
	 */
	default void paused(LogFileStatus status) {
	}

	/**
	 * A pause that was reported has ended. Called once for each pause that
	 * {@link #paused} was called for.
	 * @param status the status of the file at this moment
	 */
	default void resumed(LogFileStatus status) {
	}

	/**
	 * The file was removed, renamed, covered or truncated by somebody else, and the
	 * writer goes on with the file that the path names now. Called once for each such
	 * change; if there are more than three, once for several, at intervals that grow to
	 * one hour, until there has been none for ten minutes.
	 * @param what what was seen, and what has become of the lines in the former file; one
	 * sentence without a period
	 */
	default void followed(String what) {
	}

	/**
	 * The live file was archived, and a new one is open. Called once for each archive. A
	 * file of an earlier run that is archived before the file is opened is not reported.
	 * @param archive path of the archive before it is compressed
	 */
	default void rotated(Path archive) {
	}

	/**
	 * The file is writable, but something about it is not as configured, such as a file
	 * that cannot be archived. Called once for each problem, when it begins; see
	 * {@link LogFileStatus#degradation} for its end.
	 * @param diagnosis what is wrong and what to do
	 */
	default void degraded(WriteDiagnosis diagnosis) {
	}

	/**
	 * Lines were lost, or left out on request. Called once for each gap, after the record
	 * of the gap is in the file: not while the outage that has cost the lines lasts.
	 * Lines that are lost because the writer is closed are only counted.
	 * @param gap the missing lines
	 */
	default void dropped(Gap gap) {
	}

}
