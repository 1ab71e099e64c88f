package io.netraven.logging.file.archive;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import io.netraven.logging.file.RotationSettings;

/**
 * Runs retention, compression and the removal of leftovers on a thread of its own, which
 * lives only while there is work. An error here costs neither a line nor a log call, and
 * is tried again. Thread-safe.
 *
 * @author NetRaven maintainers
 */
final class ArchiveThread {

	private static final Duration RETRY = Duration.ofSeconds(10);

	private final ArchiveFolder folder;

	private final PeerProcesses peers;

	private final Retention retention;

	private final ArchiveCompressor compressor;

	private final RotationSettings settings;

	private final RotationProblems problems;

	private final AtomicBoolean running = new AtomicBoolean();

	/**
	 * When there is work again. Set by whoever finds some.
	 */
	private final AtomicReference<Instant> due = new AtomicReference<>(Instant.MIN);

	ArchiveThread(ArchiveFolder folder, PeerProcesses peers, Retention retention, ArchiveCompressor compressor,
			RotationSettings settings, RotationProblems problems) {
		this.folder = folder;
		this.peers = peers;
		this.retention = retention;
		this.compressor = compressor;
		this.settings = settings;
		this.problems = problems;
	}

	/**
	 * Requests work for a new archive: room is made at once, and the archive is
	 * compressed when it is quiet.
	 */
	void archived() {
		this.retention.askToPrune();
		this.due.set(Instant.MIN);
	}

	/**
	 * Starts the thread if rotation is enabled and there is work. Returns immediately.
	 */
	void startIfDue() {
		boolean isDue = this.settings.enabled() && !Instant.now().isBefore(this.due.get());
		if (isDue && this.running.compareAndSet(false, true)) {
			Thread thread = new Thread(this::run, "netraven-log-archive");
			thread.setDaemon(true);
			thread.start();
		}
	}

	private void run() {
		try {
			this.due.set(Instant.MAX);
			work();
			this.problems.archivesTended();
		}
		catch (IOException ex) {
			this.due.set(Instant.now().plus(RETRY));
			this.problems.archivesFailed(ex);
		}
		finally {
			this.running.set(false);
		}
	}

	private void work() throws IOException {
		if (!this.retention.prune()) {
			dueAt(Instant.MIN);
		}
		ArchiveListing listing = this.folder.list();
		this.problems.strangers(listing.strangers());
		treat(listing.leftovers());
		if (this.settings.compress()) {
			treat(listing.compressible());
		}
		if (listing.isIncomplete()) {
			dueAt(Instant.MIN);
		}
	}

	private void treat(List<Archive> archives) throws IOException {
		for (Archive archive : archives) {
			Instant quiet = this.peers.quietAt(archive);
			if (!Instant.now().isAfter(quiet) || !treat(archive)) {
				dueAt(quiet);
			}
		}
	}

	private boolean treat(Archive archive) throws IOException {
		if (archive.isLeftover()) {
			return this.folder.removeLeftover(archive, false);
		}
		return this.compressor.compress(archive);
	}

	/**
	 * Sets the time of the next work, not before the archives can have become quiet.
	 * @param time when there is work
	 */
	private void dueAt(Instant time) {
		Instant earliest = Instant.now().plus(PeerProcesses.QUIET);
		Instant next = (time.isAfter(earliest)) ? time : earliest;
		this.due.accumulateAndGet(next, (one, other) -> (one.isBefore(other)) ? one : other);
	}

}
