package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;

/**
 * Judges whether another process may still be writing to an archive, from traces of such
 * processes and from how long the archive has not changed. Relies on elapsed time alone,
 * not on the wall clock or the timestamps of files. Thread-safe.
 */
final class PeerProcesses {

	/**
	 * How long an archive must be unchanged before it is compressed: a process notices
	 * within one second that its file was renamed.
	 */
	static final long QUIET_NANOS = Duration.ofMillis(1500).toNanos();

	/**
	 * How long an archive must be unchanged before it is compressed or deleted while
	 * there are peers.
	 */
	private static final long QUIET_WITH_PEERS_NANOS = Duration.ofSeconds(5).toNanos();

	/**
	 * How long a temporary file must be unchanged before no process can be writing it.
	 */
	private static final long UNATTENDED_NANOS = Duration.ofMinutes(10).toNanos();

	private static final long REMEMBERED_NANOS = Duration.ofMinutes(1).toNanos();

	private final FileOperations operations;

	/**
	 * The elapsed time in nanoseconds.
	 */
	private final LongSupplier clock;

	private final Map<Path, Unchanged> unchanged = new ConcurrentHashMap<>();

	private volatile long seenAt;

	PeerProcesses(FileOperations operations, LongSupplier clock) {
		this.operations = operations;
		this.clock = clock;
		this.seenAt = clock.getAsLong() - REMEMBERED_NANOS;
	}

	/**
	 * Detects peers by an archive that has another size than expected, or that is gone:
	 * peers delete archives as well.
	 * @param archive an archive that this process has just closed
	 * @param written its size in bytes as far as this process knows
	 */
	void lookAt(Path archive, long written) {
		try {
			if (this.operations.look(archive).size() == written) {
				return;
			}
		}
		catch (IOException ex) {
			// the archive is gone
		}
		this.seenAt = this.clock.getAsLong();
	}

	/**
	 * Records the present attributes of archives.
	 * @param listing the archives that were found
	 */
	void observe(ArchiveListing listing) {
		long now = this.clock.getAsLong();
		Set<Path> there = listing.held().map(Archive::path).collect(Collectors.toSet());
		this.unchanged.keySet().retainAll(there);
		listing.held()
			.forEach((archive) -> this.unchanged.merge(archive.path(), new Unchanged(archive.facts(), now),
					(former, seen) -> former.looksLike(seen) ? former : seen));
	}

	boolean areThere() {
		return this.clock.getAsLong() - this.seenAt < REMEMBERED_NANOS;
	}

	/**
	 * Returns how much longer an archive must be unchanged before it is quiet.
	 * @param archive an archive
	 * @return the time in nanoseconds; not positive if the archive is quiet
	 */
	long quietIn(Archive archive) {
		return (areThere() ? QUIET_WITH_PEERS_NANOS : QUIET_NANOS) - unchangedFor(archive);
	}

	boolean mayWriteTo(Archive archive) {
		return areThere() && unchangedFor(archive) < QUIET_WITH_PEERS_NANOS;
	}

	boolean isUnattended(Archive archive) {
		return unchangedFor(archive) >= UNATTENDED_NANOS;
	}

	/**
	 * Returns how long an archive has been seen unchanged.
	 * @param archive an archive
	 * @return the time in nanoseconds
	 */
	long unchangedFor(Archive archive) {
		Unchanged seen = this.unchanged.get(archive.path());
		return (seen != null) ? this.clock.getAsLong() - seen.since() : 0;
	}

	/**
	 * Attributes of a file that have not changed for some time.
	 *
	 * @param facts the attributes
	 * @param since the elapsed time at the first look that has found them
	 */
	private record Unchanged(FileFacts facts, long since) {

		private boolean looksLike(Unchanged other) {
			return this.facts.isSameFileAs(other.facts) && this.facts.size() == other.facts.size()
					&& this.facts.modified().equals(other.facts.modified());
		}

	}

}
