package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

import io.netraven.logging.file.disk.FileOperations;

/**
 * Remembers whether other processes write to the same log file, and so for how long they
 * may write to an archive of it. Thread-safe.
 *
 * @author NetRaven maintainers
 */
final class PeerProcesses {

	/**
	 * How long an archive must be unchanged before it is compressed: a process notices
	 * within one second that the file it writes to was renamed.
	 */
	static final Duration QUIET = Duration.ofMillis(1500);

	/**
	 * The same, and before it is deleted, while there are peers.
	 */
	private static final Duration QUIET_WITH_PEERS = Duration.ofSeconds(5);

	private static final Duration REMEMBERED = Duration.ofMinutes(1);

	private final FileOperations operations;

	private volatile Instant seen = Instant.MIN;

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
			if (this.operations.look(archive).size() != written) {
				this.seen = Instant.now();
			}
		}
		catch (IOException ex) {
			this.seen = Instant.now();
		}
	}

	private boolean areThere() {
		return Instant.now().isBefore(this.seen.plus(REMEMBERED));
	}

	/**
	 * Returns the time at which an archive that does not change any more is quiet.
	 * @param archive an archive
	 * @return the time from which it can be compressed
	 */
	Instant quietAt(Archive archive) {
		return archive.facts().modified().plus((areThere()) ? QUIET_WITH_PEERS : QUIET);
	}

	boolean mayWriteTo(Archive archive) {
		return areThere() && !archive.facts().modified().isBefore(Instant.now().minus(QUIET_WITH_PEERS));
	}

}
