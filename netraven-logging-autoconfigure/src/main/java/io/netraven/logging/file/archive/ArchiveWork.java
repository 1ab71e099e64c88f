package io.netraven.logging.file.archive;

import java.io.IOException;
import java.util.List;

import io.netraven.logging.file.RotationSettings;
import org.jspecify.annotations.Nullable;

/**
 * One pass of work on the archives: removes leftovers, compresses archives that no longer
 * change, and deletes the oldest if the size cap is still exceeded. Used by the archive
 * thread.
 */
final class ArchiveWork {

	static final long NOTHING = Long.MAX_VALUE;

	private final ArchiveFolder folder;

	private final PeerProcesses peers;

	private final UsedSpace space;

	private final Retention retention;

	private final ArchiveCompressor compressor;

	private final ArchiveAges ages;

	private final RotationSettings settings;

	private final ArchiveProgress progress;

	private final RotationProblems problems;

	/**
	 * The time in nanoseconds until there is work again.
	 */
	private long next;

	ArchiveWork(ArchiveFolder folder, PeerProcesses peers, UsedSpace space, Retention retention,
			ArchiveCompressor compressor, ArchiveAges ages, RotationSettings settings, ArchiveProgress progress,
			RotationProblems problems) {
		this.folder = folder;
		this.peers = peers;
		this.space = space;
		this.retention = retention;
		this.compressor = compressor;
		this.ages = ages;
		this.settings = settings;
		this.progress = progress;
		this.problems = problems;
	}

	/**
	 * Does the work that is due.
	 * @return the time in nanoseconds until there is work again, or {@link #NOTHING}
	 * @throws IOException if a part of it has failed; after a failed compression the
	 * oldest archives are still deleted
	 */
	long run() throws IOException {
		this.next = NOTHING;
		this.progress.step();
		this.space.beginPass();
		ArchiveListing listing = this.folder.list(this.progress::step);
		this.problems.notes().strangers(listing.strangers());
		this.peers.observe(listing);
		this.space.know(listing);
		removeLeftovers(listing.leftovers());
		IOException failure = (this.settings.compress()) ? compress(listing.compressible()) : null;
		this.progress.step();
		if (!this.retention.prune(this.ages::isExpired) || listing.isIncomplete()) {
			again(PeerProcesses.QUIET_NANOS);
		}
		this.problems.notes().freeSpace(this.space.isVolumeFree());
		listing.complete().forEach((archive) -> again(this.ages.expiresIn(archive)));
		if (failure != null) {
			throw failure;
		}
		return this.next;
	}

	private void removeLeftovers(List<Archive> leftovers) throws IOException {
		for (Archive leftover : leftovers) {
			this.progress.step();
			long quietIn = this.peers.quietIn(leftover);
			if (quietIn > 0) {
				again(quietIn);
			}
			else if (this.folder.removeLeftover(leftover, this.peers.isUnattended(leftover))) {
				this.retention.forget(leftover);
			}
			else {
				again(PeerProcesses.QUIET_NANOS);
			}
		}
	}

	private @Nullable IOException compress(List<Archive> archives) {
		for (Archive archive : archives) {
			try {
				this.progress.step();
				compress(archive);
			}
			catch (IOException ex) {
				return ex;
			}
		}
		return null;
	}

	/**
	 * Compresses an archive if it is old enough and no longer changes. If it would have
	 * to be deleted for the next one, its age does not matter, and neither does whether
	 * it changes if no other process can be writing to it.
	 * @param archive the archive
	 * @throws IOException if it cannot be compressed now
	 */
	private void compress(Archive archive) throws IOException {
		boolean pressed = this.retention.isPressed();
		long quietIn = (pressed && !this.peers.areThere()) ? 0 : this.peers.quietIn(archive);
		long oldIn = (pressed) ? 0 : this.ages.compressibleIn(archive, this.space.known().newest());
		if (quietIn > 0 || oldIn > 0) {
			again(Math.max(quietIn, oldIn));
		}
		else if (!this.compressor.compress(archive)) {
			again(PeerProcesses.QUIET_NANOS);
		}
	}

	private void again(long nanos) {
		this.next = Math.max(0, Math.min(this.next, nanos));
	}

}
