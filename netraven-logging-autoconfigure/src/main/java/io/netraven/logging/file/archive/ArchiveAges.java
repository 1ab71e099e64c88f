package io.netraven.logging.file.archive;

import java.time.Duration;

import io.netraven.logging.file.RotationSettings;
import org.jspecify.annotations.Nullable;

/**
 * Decides by age when an archive is due to be compressed or deleted. The age is the time
 * since that in its name. A clock that was set back makes nothing younger than this
 * process has known it. Thread-safe.
 */
final class ArchiveAges {

	static final long NEVER = Long.MAX_VALUE;

	private final ArchiveTimes times;

	private final PeerProcesses peers;

	private final long compressAfter;

	private final @Nullable Duration maxAge;

	ArchiveAges(ArchiveTimes times, PeerProcesses peers, RotationSettings settings) {
		this.times = times;
		this.peers = peers;
		this.compressAfter = settings.compressAfter().toNanos();
		this.maxAge = settings.limits().maxAge();
	}

	/**
	 * Returns how much longer an archive must stay as it is for those who read it.
	 * @param archive an archive
	 * @param newest the newest archive
	 * @return the time in nanoseconds; not positive if it is due, {@link #NEVER} if it is
	 * not before the next rotation
	 */
	long compressibleIn(Archive archive, @Nullable Archive newest) {
		if (this.compressAfter > 0 && newest != null && archive.path().equals(newest.path())) {
			return NEVER;
		}
		return this.compressAfter - ageOf(archive);
	}

	/**
	 * Returns how much longer an archive may be kept.
	 * @param archive an archive
	 * @return the time in nanoseconds; not positive if it is due, {@link #NEVER} if there
	 * is no limit
	 */
	long expiresIn(Archive archive) {
		return (this.maxAge != null) ? this.maxAge.toNanos() - ageOf(archive) : NEVER;
	}

	boolean isExpired(Archive archive) {
		return expiresIn(archive) <= 0;
	}

	private long ageOf(Archive archive) {
		return Math.max(this.times.ageOf(archive.name().time()), this.peers.unchangedFor(archive));
	}

}
