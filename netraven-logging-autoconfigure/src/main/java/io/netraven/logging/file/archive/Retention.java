package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.netraven.logging.file.RotationSettings;

/**
 * Keeps the archives within their limits by deleting the oldest. For the sake of the size
 * cap, the number and the free space the newest one is never deleted; room for a whole
 * live file is always reserved. Thread-safe: the file thread makes room for the next
 * file, the archive thread for everything else.
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
		long besides = UsedSpace.sum(size, this.settings.maxFileSize());
		deleteOldest(() -> this.space.fits(besides) && isCountBelow(this.settings.limits().maxArchives()),
				(archive) -> false);
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

	void renamed(Archive former, Archive archive) throws IOException {
		boolean wasFound = this.found.contains(former.path());
		forget(former);
		archived(archive, wasFound);
	}

	/**
	 * Deletes the oldest archives until the rest is within the limits.
	 * @param expired whether an archive is too old, and is deleted in any case
	 * @return whether the rest is within the limits
	 * @throws IOException if an archive cannot be deleted
	 */
	boolean prune(Predicate<Archive> expired) throws IOException {
		for (Archive archive : this.space.known().complete()) {
			if (expired.test(archive) && !isInUse(archive)) {
				delete(archive);
			}
		}
		Archive newest = this.space.known().newest();
		long live = Math.max(this.settings.maxFileSize(), this.space.liveSize());
		return deleteOldest(() -> this.space.fits(live)
				&& isCountBelow(UsedSpace.sum(this.settings.limits().maxArchives(), 1)) && this.space.isVolumeFree(),
				(archive) -> archive.equals(newest));
	}

	private boolean isCountBelow(long limit) throws IOException {
		return this.settings.limits().maxArchives() == 0 || this.space.known().count() < limit;
	}

	/**
	 * Returns whether an archive would have to be deleted when the live file is archived
	 * the next time.
	 * @return whether archives should be compressed before that
	 * @throws IOException if the size of the live file cannot be read
	 */
	boolean isPressed() throws IOException {
		long maxFileSize = this.settings.maxFileSize();
		return !this.space.isVolumeFree()
				|| !this.space.fits(UsedSpace.sum(maxFileSize, Math.max(maxFileSize, this.space.liveSize())));
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
		return deleteOldest(() -> this.space.fits(live), (other) -> other.compareTo(archive) >= 0);
	}

	private boolean deleteOldest(Condition enough, Predicate<Archive> spared) throws IOException {
		if (enough.isMet()) {
			return true;
		}
		for (Archive archive : this.space.known().complete()) {
			if (!isInUse(archive) && !spared.test(archive)) {
				delete(archive);
			}
			if (enough.isMet()) {
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

	/**
	 * A condition that is looked up on the disk.
	 */
	private interface Condition {

		boolean isMet() throws IOException;

	}

}
