package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.disk.FileFacts;
import org.jspecify.annotations.Nullable;

/**
 * Keeps live file, archives and temporary files together below a number of bytes by
 * deleting the oldest archives, but never the newest one. Room for a whole live file is
 * always left. Knows the archives from the last pass over the folder. Thread-safe: the
 * file thread makes room for the next file, the archive thread for everything else.
 *
 * @author NetRaven maintainers
 */
final class Retention {

	private final FileActs acts;

	private final ArchiveFolder folder;

	private final RotationSettings settings;

	private final Path live;

	private final NewArchives newArchives;

	private final PeerProcesses peers;

	private final RotationProblems problems;

	/**
	 * Archives that nobody has seen as live files of this process.
	 */
	private final Set<Path> found = ConcurrentHashMap.newKeySet();

	private volatile @Nullable ArchiveListing known;

	private volatile @Nullable Compression compression;

	Retention(FileActs acts, ArchiveFolder folder, RotationSettings settings, Path live, NewArchives newArchives,
			PeerProcesses peers, RotationProblems problems) {
		this.acts = acts;
		this.folder = folder;
		this.settings = settings;
		this.live = live;
		this.newArchives = newArchives;
		this.peers = peers;
		this.problems = problems;
	}

	void know(ArchiveListing listing) {
		this.known = listing;
	}

	private ArchiveListing known() throws IOException {
		ArchiveListing listing = this.known;
		if (listing == null) {
			listing = this.folder.list(() -> {
			});
			this.known = listing;
		}
		return listing;
	}

	/**
	 * Makes room for the next live file. The present one becomes the newest archive.
	 * @param size its size in bytes
	 * @throws IOException if an archive cannot be deleted
	 */
	void makeRoomForNextFile(long size) throws IOException {
		deleteOldest(sum(size, this.settings.maxFileSize()), (archive) -> false);
	}

	void archived(Archive archive, boolean wasFound) throws IOException {
		known().add(archive);
		if (wasFound) {
			this.found.add(archive.path());
		}
	}

	void forget(Archive archive) throws IOException {
		known().remove(archive);
		this.found.remove(archive.path());
	}

	/**
	 * Deletes the oldest archives until the rest fits.
	 * @return whether it fits
	 * @throws IOException if an archive cannot be deleted
	 */
	boolean prune() throws IOException {
		Archive newest = known().newest();
		return deleteOldest(Math.max(this.settings.maxFileSize(), liveSize()), (archive) -> archive.equals(newest));
	}

	/**
	 * Returns whether an archive will have to be deleted when the live file is archived
	 * the next time.
	 * @return whether archives have to be compressed before that
	 * @throws IOException if the live file cannot be looked at
	 */
	boolean isPressed() throws IOException {
		long maxFileSize = this.settings.maxFileSize();
		return !fits(known(), sum(maxFileSize, Math.max(maxFileSize, liveSize())));
	}

	/**
	 * Begins a compression. An archive that alone is too large to be kept as it is does
	 * not count meanwhile, and is not deleted.
	 * @param archive the archive
	 */
	void beginCompression(Archive archive) {
		boolean oversize = archive.size() > this.settings.totalSizeCap() - this.settings.maxFileSize();
		this.compression = new Compression(archive, 0, (oversize) ? archive.size() : 0);
	}

	/**
	 * Returns whether there is room for a temporary file: what the cap leaves beside the
	 * live file and the archives, after older archives were deleted if need be. Where
	 * these alone exceed the cap, compression is what helps, as long as it saves
	 * something.
	 * @param archive the archive that is being compressed
	 * @param written size of the temporary file in bytes
	 * @return whether there is room
	 * @throws IOException if an archive cannot be deleted
	 */
	boolean hasRoomFor(Archive archive, long written) throws IOException {
		Compression begun = this.compression;
		this.compression = new Compression(archive, written, (begun != null) ? begun.uncounted() : 0);
		long live = liveSize();
		if (sum(live, known().totalSize()) > this.settings.totalSizeCap()) {
			return written < archive.size();
		}
		return deleteOldest(live, (other) -> other.compareTo(archive) >= 0);
	}

	void endCompression() {
		this.compression = null;
	}

	private boolean deleteOldest(long besides, Predicate<Archive> spared) throws IOException {
		ArchiveListing listing = known();
		if (fits(listing, besides)) {
			return true;
		}
		for (Archive archive : listing.complete()) {
			if (!isInUse(archive) && !spared.test(archive)) {
				delete(archive);
			}
			if (fits(listing, besides)) {
				return true;
			}
		}
		return false;
	}

	private boolean isInUse(Archive archive) {
		Compression running = this.compression;
		boolean uncounted = running != null && running.uncounted() > 0 && archive.equals(running.archive());
		return uncounted || this.newArchives.isOpen(archive.path()) || this.peers.mayWriteTo(archive);
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

	private boolean fits(ArchiveListing listing, long besides) {
		Compression running = this.compression;
		long extra = (running != null) ? running.written() - running.uncounted() : 0;
		return sum(besides, listing.totalSize() + extra) <= this.settings.totalSizeCap();
	}

	private long liveSize() throws IOException {
		FileFacts facts = this.acts.look(this.live);
		return (facts != null) ? facts.size() : 0;
	}

	private static long sum(long one, long other) {
		return (one > Long.MAX_VALUE - other) ? Long.MAX_VALUE : one + other;
	}

	/**
	 * A compression in progress.
	 *
	 * @param archive the archive
	 * @param written size of the temporary file in bytes
	 * @param uncounted bytes of the archive that do not count meanwhile
	 */
	private record Compression(Archive archive, long written, long uncounted) {

	}

}
