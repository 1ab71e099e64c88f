package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.netraven.logging.file.RotationSettings;

/**
 * Keeps the total size of live file, archives and temporary files below the size cap by
 * deleting the oldest archives, but never the newest one. Room for a whole live file is
 * always reserved. Thread-safe: the file thread makes room for the next file, the archive
 * thread for everything else.
 */
final class Retention {

	private final FileActs acts;

	private final UsedSpace space;

	private final RotationSettings settings;

	private final NewArchives newArchives;

	private final PeerProcesses peers;

	private final RotationProblems problems;

	/**
	 * Archives that were found at the start and never were the live file of this process.
	 */
	private final Set<Path> found = ConcurrentHashMap.newKeySet();

	Retention(FileActs acts, UsedSpace space, RotationSettings settings, NewArchives newArchives, PeerProcesses peers,
			RotationProblems problems) {
		this.acts = acts;
		this.space = space;
		this.settings = settings;
		this.newArchives = newArchives;
		this.peers = peers;
		this.problems = problems;
	}

	/**
	 * Makes room for the next live file. The present one becomes the newest archive.
	 * @param size the size of the present live file in bytes
	 * @throws IOException if an archive cannot be deleted
	 */
	void makeRoomForNextFile(long size) throws IOException {
		deleteOldest(UsedSpace.sum(size, this.settings.maxFileSize()), (archive) -> false);
	}

	void archived(Archive archive, boolean wasFound) throws IOException {
		this.space.add(archive);
		if (wasFound) {
			this.found.add(archive.path());
		}
	}

	void forget(Archive archive) throws IOException {
		this.space.known().remove(archive);
		this.found.remove(archive.path());
	}

	/**
	 * Deletes the oldest archives until the rest fits.
	 * @return whether the rest fits
	 * @throws IOException if an archive cannot be deleted
	 */
	boolean prune() throws IOException {
		Archive newest = this.space.known().newest();
		return deleteOldest(Math.max(this.settings.maxFileSize(), this.space.liveSize()),
				(archive) -> archive.equals(newest));
	}

	/**
	 * Returns whether an archive would have to be deleted when the live file is archived
	 * the next time.
	 * @return whether archives should be compressed before that
	 * @throws IOException if the size of the live file cannot be read
	 */
	boolean isPressed() throws IOException {
		long maxFileSize = this.settings.maxFileSize();
		return !this.space.fits(UsedSpace.sum(maxFileSize, Math.max(maxFileSize, this.space.liveSize())));
	}

	/**
	 * Returns whether there is room for a temporary file besides the live file and the
	 * archives, after older archives were deleted if necessary. If these alone exceed the
	 * cap, there is room as long as compression saves space.
	 * @param archive the archive that is being compressed
	 * @param written size of the temporary file in bytes
	 * @return whether there is room
	 * @throws IOException if an archive cannot be deleted
	 */
	boolean hasRoomFor(Archive archive, long written) throws IOException {
		this.space.compressing(written);
		long live = this.space.liveSize();
		if (!this.space.fitsWithoutCompression(live)) {
			return written < archive.size();
		}
		return deleteOldest(live, (other) -> other.compareTo(archive) >= 0);
	}

	private boolean deleteOldest(long besides, Predicate<Archive> spared) throws IOException {
		if (this.space.fits(besides)) {
			return true;
		}
		for (Archive archive : this.space.known().complete()) {
			if (!isInUse(archive) && !spared.test(archive)) {
				delete(archive);
			}
			if (this.space.fits(besides)) {
				return true;
			}
		}
		return false;
	}

	private boolean isInUse(Archive archive) {
		return this.space.isUncounted(archive) || this.newArchives.isOpen(archive.path())
				|| this.peers.mayWriteTo(archive);
	}

	private void delete(Archive archive) throws IOException {
		boolean wasFound = this.found.contains(archive.path());
		if (this.acts.delete(archive.path(), archive.facts())) {
			forget(archive);
			if (wasFound) {
				this.problems.foundDeleted(archive);
			}
		}
	}

}
