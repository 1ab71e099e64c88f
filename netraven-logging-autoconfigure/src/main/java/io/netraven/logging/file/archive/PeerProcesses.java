package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;

/**
 * Remembers whether other processes write to the same log file, and since when an archive
 * has been unchanged. Counts the time that has passed here, whatever the wall clock and
 * the times of files say. Thread-safe.
 *
 * @author NetRaven maintainers
 */
final class PeerProcesses {

	/**
	 * How long an archive must be unchanged before it is compressed: a process notices
	 * within one second that the file it writes to was renamed.
	 */
	static final long QUIET_NANOS = Duration.ofMillis(1500).toNanos();

	/**
	 * The same, and before it is deleted, while there are peers.
	 */
	private static final long QUIET_WITH_PEERS_NANOS = Duration.ofSeconds(5).toNanos();

	/**
	 * How long a temporary file must be unchanged before nobody can be making it.
	 */
	private static final long UNATTENDED_NANOS = Duration.ofMinutes(10).toNanos();

	private static final long REMEMBERED_NANOS = Duration.ofMinutes(1).toNanos();

	private final FileOperations operations;

	private final Map<Path, Unchanged> unchanged = new ConcurrentHashMap<>();

	private volatile long seenAt = System.nanoTime() - REMEMBERED_NANOS;

	PeerProcesses(FileOperations operations) {
		this.operations = operations;
	}

	/**
	 * Looks for bytes of peers in an archive, or for its absence: peers prune as well.
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
			// it is gone
		}
		this.seenAt = System.nanoTime();
	}

	/**
	 * Notes how archives look now.
	 * @param listing what is there
	 */
	void observe(ArchiveListing listing) {
		long now = System.nanoTime();
		Set<Path> there = listing.held().map(Archive::path).collect(Collectors.toSet());
		this.unchanged.keySet().retainAll(there);
		listing.held()
			.forEach((archive) -> this.unchanged.merge(archive.path(), new Unchanged(archive.facts(), now),
					(former, seen) -> former.looksLike(seen) ? former : seen));
	}

	boolean areThere() {
		return System.nanoTime() - this.seenAt < REMEMBERED_NANOS;
	}

	/**
	 * Returns how long it takes until an archive that does not change any more is quiet.
	 * @param archive an archive
	 * @return a number of nanoseconds; not positive if it is quiet
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

	private long unchangedFor(Archive archive) {
		Unchanged seen = this.unchanged.get(archive.path());
		return (seen != null) ? System.nanoTime() - seen.since() : 0;
	}

	/**
	 * How a file has looked for a while.
	 *
	 * @param facts what was seen of it
	 * @param since {@link System#nanoTime()} of the first look that has shown this
	 */
	private record Unchanged(FileFacts facts, long since) {

		private boolean looksLike(Unchanged other) {
			return this.facts.isSameFileAs(other.facts) && this.facts.size() == other.facts.size()
					&& this.facts.modified().equals(other.facts.modified());
		}

	}

}
