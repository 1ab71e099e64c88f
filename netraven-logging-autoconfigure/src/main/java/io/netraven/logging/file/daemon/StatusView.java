package io.netraven.logging.file.daemon;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.netraven.logging.file.LogFileFigures;
import io.netraven.logging.file.LogFileReport;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileState;
import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.archive.LogRotation;
import io.netraven.logging.file.daemon.DiskCalls.DiskCall;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.queue.QueueFacts;
import io.netraven.logging.file.queue.QueueMonitor;
import io.netraven.logging.file.queue.WriteFailure;
import org.jspecify.annotations.Nullable;

/**
 * Computes the status of a log file from memory. Does not access the disk. Thread-safe.
 */
final class StatusView {

	private final String file;

	private final QueueMonitor queue;

	private final DiskCalls calls;

	private final Heartbeat heartbeat;

	private final FileThreads fileThreads;

	private final Degradations degradations;

	private final FileKeeper keeper;

	private final LogRotation rotation;

	private final Forcing forcing;

	private final OutageHistory history;

	private final LogFileSettings settings;

	StatusView(LogFileSettings settings, QueueMonitor queue, DiskCalls calls, Heartbeat heartbeat,
			FileThreads fileThreads, Degradations degradations, FileKeeper keeper, LogRotation rotation,
			Forcing forcing, OutageHistory history) {
		this.settings = settings;
		this.file = settings.file();
		this.history = history;
		this.rotation = rotation;
		this.forcing = forcing;
		this.queue = queue;
		this.calls = calls;
		this.heartbeat = heartbeat;
		this.fileThreads = fileThreads;
		this.degradations = degradations;
		this.keeper = keeper;
	}

	LogFileStatus status() {
		QueueFacts facts = this.queue.facts();
		if (facts.closed()) {
			return status(facts, LogFileState.CLOSED, null, null);
		}
		WriteFailure failure = facts.failure();
		if (facts.pausedSince() != null) {
			return status(facts, LogFileState.PAUSED, facts.pausedSince(),
					(failure != null) ? failure.diagnosis() : null);
		}
		if (failure != null) {
			return status(facts, LogFileState.UNAVAILABLE, failure.since(), failure.diagnosis());
		}
		boolean timeCounts = !this.heartbeat.isOverdue();
		DiskCall hanging = hangingCall(facts);
		boolean hangs = facts.writing() || hanging != null;
		if (facts.isStalled() && hangs && timeCounts) {
			return stalled(facts, (hanging != null) ? hanging.name() : "a write to", facts.stalledFor());
		}
		if (facts.open()) {
			return status(facts, LogFileState.WRITING, null, null);
		}
		if (hanging != null && timeCounts) {
			return stalled(facts, hanging.name(), hanging.lasted());
		}
		return status(facts, LogFileState.CAPTURING, null, null);
	}

	LogFileReport report() {
		return new LogFileReport(this.settings, status(), this.keeper.opened(), this.rotation.newestArchives(),
				this.history.outages());
	}

	private @Nullable DiskCall hangingCall(QueueFacts facts) {
		DiskCall call = this.calls.current();
		return (call != null && call.lasted() > facts.stallNanos()) ? call : null;
	}

	private LogFileStatus stalled(QueueFacts facts, String what, long nanos) {
		return status(facts, LogFileState.STALLED, Instant.now().minusNanos(nanos),
				IoProblems.stalled(this.file, what.toLowerCase(Locale.ROOT)));
	}

	private LogFileStatus status(QueueFacts facts, LogFileState state, @Nullable Instant since,
			@Nullable WriteDiagnosis diagnosis) {
		Instant lastWrite = (facts.bytesWritten() > 0) ? instant(facts.lastWrite()) : null;
		return new LogFileStatus(this.file, state, since, diagnosis, facts.linesWritten(), facts.bytesWritten(),
				facts.lines(), facts.bytes(), facts.linesLost(), facts.unconfirmed(), lastWrite,
				this.degradations.current(this.fileThreads.isAlive()), this.keeper.freeSpace(), figures(facts),
				this.keeper.folderNote());
	}

	private LogFileFigures figures(QueueFacts facts) {
		return new LogFileFigures(this.settings.bufferSize(), facts.fileSize(), facts.linesLeftOut(), facts.outages(),
				this.rotation.rotations(), this.rotation.failures(), this.rotation.archives(),
				this.rotation.archivesSize(), this.forcing.lastForced());
	}

	private static Instant instant(long nanoTime) {
		return Instant.now().minusNanos(System.nanoTime() - nanoTime).truncatedTo(ChronoUnit.MILLIS);
	}

}
