package io.netraven.logging.file.archive;

import java.io.IOException;
import java.util.List;

import io.netraven.logging.file.RotationSettings;
import org.jspecify.annotations.Nullable;

/**
 * What is done for the archives in one go: leftovers are removed, archives that are quiet
 * compressed, and the oldest deleted where there is no room even so. Used by the archive
 * thread.
 *
 * @author NetRaven maintainers
 */
final class ArchiveWork {

	static final long NOTHING = Long.MAX_VALUE;

	private final ArchiveFolder folder;

	private final PeerProcesses peers;

	private final UsedSpace space;

	private final Retention retention;

	private final ArchiveCompressor compressor;

	private final RotationSettings settings;

	private final ArchiveProgress progress;

	private final RotationProblems problems;

	/**
	 * In how many nanoseconds there is work again.
	 */
	private long next;

	ArchiveWork(ArchiveFolder folder, PeerProcesses peers, UsedSpace space, Retention retention,
			ArchiveCompressor compressor, RotationSettings settings, ArchiveProgress progress,
			RotationProblems problems) {
		this.folder = folder;
		this.peers = peers;
		this.space = space;
		this.retention = retention;
		this.compressor = compressor;
		this.settings = settings;
		this.progress = progress;
		this.problems = problems;
	}

	/**
	 * Does what is due.
	 * @return in how many nanoseconds there is work again, or {@link #NOTHING}
	 * @throws IOException if something could not be done; the rest was done
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
		if (!this.retention.prune() || listing.isIncomplete()) {
			again(PeerProcesses.QUIET_NANOS);
		}
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
	 * Compresses an archive when it is quiet; or at once, where the next one would take
	 * its room and no other process can be writing to it.
	 * @param archive the archive
	 * @throws IOException if it cannot be compressed now
	 */
	private void compress(Archive archive) throws IOException {
		long quietIn = this.peers.quietIn(archive);
		boolean pressed = !this.peers.areThere() && this.retention.isPressed();
		if (quietIn > 0 && !pressed) {
			again(quietIn);
		}
		else if (!this.compressor.compress(archive)) {
			again(PeerProcesses.QUIET_NANOS);
		}
	}

	private void again(long nanos) {
		this.next = Math.min(this.next, nanos);
	}

}
