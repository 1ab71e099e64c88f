package io.netraven.logging.file.daemon;

import java.time.Duration;
import java.time.Instant;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileState;
import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.Outage;
import io.netraven.logging.file.WriteDiagnosis;
import org.jspecify.annotations.Nullable;

/**
 * Reports an outage when it begins, at growing intervals while it lasts, and when it
 * ends; it ends no earlier than a pause that it has begun before. A cause that changes is
 * reported at once. For a file that fails repeatedly the intervals keep growing, until
 * there has been no outage for an hour. Used by the watch thread.
 */
final class OutageReporter {

	private static final Duration[] REMINDERS = { Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(1) };

	private static final int REPORTED_AT_ONCE = 3;

	private static final Duration CALM = Duration.ofHours(1);

	/**
	 * So long a file that was never open may not answer before that is reported: a JVM
	 * that is cold, on a machine that is busy, is slow itself. Its first error is the
	 * cause.
	 */
	private static final Duration COLD = Duration.ofSeconds(5);

	/**
	 * Maximum time that an outage can have lasted when it is first seen; more means that
	 * the wall clock was set.
	 */
	private static final Duration MOST_UNNOTICED = Duration.ofMinutes(1);

	private final LogFileListener listener;

	private final OutageHistory history;

	private @Nullable LogFileStatus begin;

	private Instant beganAt = Instant.MIN;

	/**
	 * {@link #beganAt} as {@link SteadyTime}, as are all times below.
	 */
	private Instant steadyBegin = Instant.MIN;

	private Instant endedAt = Instant.MIN;

	private Instant nextReport = Instant.MIN;

	private Instant lastReport = Instant.MIN;

	private int reports;

	private @Nullable LogFileStatus reported;

	/**
	 * The number of changes of the cause that were reported since the last hour without
	 * an outage.
	 */
	private int changes;

	private boolean wasOpen;

	/**
	 * The number of outages since the last hour without one.
	 */
	private int outages;

	/**
	 * How often the interval between reports has grown since the last hour without an
	 * outage.
	 */
	private int growth;

	OutageReporter(LogFileListener listener, OutageHistory history) {
		this.listener = listener;
		this.history = history;
	}

	void observe(LogFileStatus status, Instant now) {
		LogFileStatus first = this.begin;
		WriteDiagnosis diagnosis = status.diagnosis();
		if (status.state() == LogFileState.CLOSED || status.state() == LogFileState.PAUSED) {
			return;
		}
		this.wasOpen |= status.state() == LogFileState.WRITING;
		if (diagnosis != null) {
			if (first == null) {
				begin(status, now);
				first = status;
			}
			report(first, status, diagnosis, now);
		}
		else if (first != null) {
			end(first, status, now);
		}
	}

	private void begin(LogFileStatus status, Instant now) {
		if (!this.endedAt.equals(Instant.MIN) && now.isAfter(this.endedAt.plus(CALM))) {
			this.outages = 0;
			this.changes = 0;
			this.growth = 0;
		}
		this.begin = status;
		this.beganAt = (status.since() != null) ? status.since() : now;
		Duration before = Duration.between(this.beganAt, now);
		boolean plausible = !before.isNegative() && before.compareTo(MOST_UNNOTICED) <= 0;
		this.steadyBegin = (plausible) ? now.minus(before) : now;
		this.reports = 0;
		this.outages++;
		if (this.outages <= REPORTED_AT_ONCE) {
			this.nextReport = now;
		}
		else {
			this.growth = Math.max(1, this.growth);
			this.nextReport = this.lastReport.plus(interval());
		}
	}

	private void report(LogFileStatus first, LogFileStatus status, WriteDiagnosis diagnosis, Instant now) {
		if (isCold(status, now) || (now.isBefore(this.nextReport) && !isChangeToReport(status, diagnosis))) {
			return;
		}
		Outage outage = outage(first, status, diagnosis, status.linesWaiting(), now);
		this.reports++;
		this.reported = status;
		if (now.isBefore(this.nextReport)) {
			this.changes++;
		}
		else {
			if (this.reports > 1 || this.outages > REPORTED_AT_ONCE) {
				this.growth++;
			}
			this.lastReport = now;
			this.nextReport = now.plus(interval());
		}
		if (this.reports == 1) {
			this.listener.failed(outage);
		}
		else {
			this.listener.stillFailing(outage);
		}
	}

	private boolean isCold(LogFileStatus status, Instant now) {
		return status.state() == LogFileState.STALLED && !this.wasOpen && now.isBefore(this.steadyBegin.plus(COLD));
	}

	private boolean isChangeToReport(LogFileStatus status, WriteDiagnosis diagnosis) {
		LogFileStatus last = this.reported;
		if (this.reports == 0 || last == null || last.diagnosis() == null || this.changes == REPORTED_AT_ONCE) {
			return false;
		}
		boolean stillStalled = status.state() == LogFileState.STALLED && last.state() == LogFileState.STALLED;
		return !stillStalled && !diagnosis.reason().equals(last.diagnosis().reason());
	}

	private void end(LogFileStatus first, LogFileStatus status, Instant now) {
		this.begin = null;
		this.endedAt = now;
		WriteDiagnosis diagnosis = first.diagnosis();
		if (this.reports == 0 && isCold(first, now)) {
			this.outages--;
			return;
		}
		if (diagnosis == null) {
			return;
		}
		Outage outage = outage(first, status, diagnosis, status.linesWritten() - first.linesWritten(), now);
		this.history.add(outage);
		if (this.reports > 0) {
			this.lastReport = now;
			this.listener.recovered(outage);
		}
	}

	private Outage outage(LogFileStatus first, LogFileStatus status, WriteDiagnosis diagnosis, long kept, Instant now) {
		return new Outage(status.file(), diagnosis, this.beganAt, Duration.between(this.steadyBegin, now), kept,
				status.linesLost() - first.linesLost());
	}

	private Duration interval() {
		return REMINDERS[Math.min(this.growth, REMINDERS.length - 1)];
	}

}
