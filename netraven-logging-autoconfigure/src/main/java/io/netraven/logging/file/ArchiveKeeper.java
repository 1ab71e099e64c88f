package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

import io.netraven.logging.file.ArchiveFolder.Archive;
import org.jspecify.annotations.Nullable;

/**
 * Prunes and compresses archives and clears away what a killed process left, on a thread
 * of its own that lives only while there is work. Whatever goes wrong here costs neither
 * a line nor a log call.
 *
 * @author NetRaven maintainers
 */
final class ArchiveKeeper {

	/**
	 * How long an archive must not have changed before it is compressed: other processes
	 * notice within one second that the file they write to was renamed.
	 */
	private static final Duration QUIET = Duration.ofMillis(1500);

	/**
	 * The same, and before it is deleted, while other processes write to this file.
	 */
	private static final Duration QUIET_WITH_PEERS = Duration.ofSeconds(5);

	private static final Duration PEERS_REMEMBERED = Duration.ofMinutes(1);

	private static final Duration RETRY = Duration.ofSeconds(10);

	private final FileOperations operations;

	private final RotationSettings settings;

	private final ArchiveFolder folder;

	private final Retention retention;

	private final ArchiveCompressor compressor;

	private final Consumer<@Nullable IOException> outcome;

	private final AtomicBoolean running = new AtomicBoolean();

	private final AtomicBoolean pruneSoon = new AtomicBoolean();

	/**
	 * When there is something to do again. Written by whoever finds work.
	 */
	private volatile Instant due = Instant.MIN;

	private volatile Instant peersSeen = Instant.MIN;

	ArchiveKeeper(FileOperations operations, RotationSettings settings, Set<PosixFilePermission> permissions, Path live,
			ArchiveFolder folder, Consumer<@Nullable IOException> outcome) {
		this.operations = operations;
		this.settings = settings;
		this.folder = folder;
		this.retention = new Retention(operations, settings, live);
		this.compressor = new ArchiveCompressor(operations, permissions, this::pruneIfAsked);
		this.outcome = outcome;
	}

	/**
	 * Note a new archive. It is pruned for at once, and compressed when it is quiet.
	 */
	void archived() {
		this.pruneSoon.set(true);
		this.due = Instant.MIN;
	}

	void peersSeen(Instant now) {
		this.peersSeen = now;
	}

	private boolean hasPeers(Instant now) {
		return now.isBefore(this.peersSeen.plus(PEERS_REMEMBERED));
	}

	/**
	 * Start working if there is something to do. Returns at once.
	 * @param now the present time
	 */
	void tend(Instant now) {
		if (!now.isBefore(this.due) && this.running.compareAndSet(false, true)) {
			Thread thread = new Thread(this::work, "netraven-log-archive");
			thread.setDaemon(true);
			thread.start();
		}
	}

	private void work() {
		try {
			this.due = Instant.MAX;
			Instant next = workThrough();
			if (next.isBefore(this.due)) {
				this.due = next;
			}
			this.outcome.accept(null);
		}
		catch (IOException ex) {
			this.due = Instant.now().plus(RETRY);
			this.outcome.accept(ex);
		}
		finally {
			this.running.set(false);
		}
	}

	private Instant workThrough() throws IOException {
		this.pruneSoon.set(false);
		Instant next = (prune(0)) ? Instant.MAX : Instant.now().plus(QUIET);
		next = earlier(next, treat(Archive::isLeftover, this::removeLeftover));
		return (this.settings.compress()) ? earlier(next, treat(Archive::isCompressible, this::compress)) : next;
	}

	private Instant treat(Predicate<Archive> kind, Treatment treatment) throws IOException {
		Instant next = Instant.MAX;
		for (Archive archive : this.folder.list()) {
			if (kind.test(archive)) {
				Instant quiet = archive.modified().plus(hasPeers(Instant.now()) ? QUIET_WITH_PEERS : QUIET);
				boolean done = Instant.now().isAfter(quiet) && treatment.isDone(archive);
				next = (done) ? next : earlier(next, later(quiet, Instant.now().plus(QUIET)));
			}
		}
		return next;
	}

	private static Instant earlier(Instant one, Instant other) {
		return (one.isBefore(other)) ? one : other;
	}

	private static Instant later(Instant one, Instant other) {
		return (one.isAfter(other)) ? one : other;
	}

	private boolean removeLeftover(Archive archive) throws IOException {
		if (ArchiveNames.isTemporary(archive.name())) {
			this.operations.deleteIfAbandoned(archive.path());
		}
		else {
			this.operations.delete(archive.path());
		}
		return true;
	}

	private boolean compress(Archive archive) throws IOException {
		if (this.compressor.finish(archive.path(), archive.size())) {
			return true;
		}
		prune(archive.size());
		return this.compressor.compress(archive.path());
	}

	private void pruneIfAsked() {
		if (this.pruneSoon.compareAndSet(true, false)) {
			try {
				prune(0);
			}
			catch (IOException ex) {
				this.pruneSoon.set(true);
			}
		}
	}

	/**
	 * Make room for a new live file beside the present one. Called by the file thread
	 * before it archives, so that the cap holds while the archive thread is busy.
	 * @throws IOException if the disk does not let us
	 */
	void makeRoom() throws IOException {
		prune(this.settings.maxFileSize());
	}

	private boolean prune(long extra) throws IOException {
		Instant now = Instant.now();
		List<Archive> archives = this.folder.list();
		return this.retention.prune(archives, (hasPeers(now)) ? now.minus(QUIET_WITH_PEERS) : Instant.MAX, extra);
	}

	/**
	 * What is done to an archive that is quiet.
	 */
	private interface Treatment {

		boolean isDone(Archive archive) throws IOException;

	}

}
