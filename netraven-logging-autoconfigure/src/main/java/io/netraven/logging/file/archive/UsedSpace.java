package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.netraven.logging.file.ArchivedFile;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;
import org.jspecify.annotations.Nullable;

/**
 * Accounts for the bytes of live file, archives and temporary files: as the latest pass
 * over the folder has found them, and as this process has changed them since.
 * Thread-safe.
 */
final class UsedSpace {

	private static final int MOST_SHOWN = 100;

	private final FileOperations operations;

	private final FileActs acts;

	private final ArchiveFolder folder;

	private final RotationSettings settings;

	private final Path live;

	private volatile @Nullable ArchiveListing known;

	/**
	 * Archives that were created since the latest pass began.
	 */
	private final Queue<Archive> added = new ConcurrentLinkedQueue<>();

	private volatile @Nullable Compression compression;

	UsedSpace(FileOperations operations, FileActs acts, ArchiveFolder folder, RotationSettings settings, Path live) {
		this.operations = operations;
		this.acts = acts;
		this.folder = folder;
		this.settings = settings;
		this.live = live;
	}

	/**
	 * Begins a pass over the folder. Must be called before the folder is listed: archives
	 * that are added from now on may be missed by the listing.
	 */
	void beginPass() {
		this.added.clear();
	}

	void know(ArchiveListing listing) {
		this.added.forEach(listing::add);
		this.known = listing;
	}

	void add(Archive archive) throws IOException {
		this.added.add(archive);
		known().add(archive);
	}

	/**
	 * Returns the known archives. Lists the folder if that has not been done yet.
	 * @return the known archives
	 * @throws IOException if the folder cannot be read
	 */
	ArchiveListing known() throws IOException {
		ArchiveListing listing = this.known;
		if (listing == null) {
			listing = this.folder.list(() -> {
			});
			this.known = listing;
		}
		return listing;
	}

	/**
	 * Returns how many archives are known, without access to the disk.
	 * @return the number, or -1 while the folder has not been read
	 */
	long knownCount() {
		ArchiveListing listing = this.known;
		return (listing != null) ? listing.count() : -1;
	}

	long knownSize() {
		ArchiveListing listing = this.known;
		return (listing != null) ? listing.totalSize() : -1;
	}

	List<ArchivedFile> newest() {
		ArchiveListing listing = this.known;
		return (listing != null) ? listing.newestFirst(MOST_SHOWN) : List.of();
	}

	/**
	 * Begins a compression. An archive that is too large to be kept uncompressed does not
	 * count until the compression ends, and is not deleted.
	 * @param archive the archive
	 */
	void beginCompression(Archive archive) {
		boolean oversize = archive.size() > this.settings.totalSizeCap() - this.settings.maxFileSize();
		this.compression = new Compression(archive, 0, (oversize) ? archive.size() : 0);
	}

	void compressing(long written) {
		Compression running = this.compression;
		if (running != null) {
			this.compression = new Compression(running.archive(), written, running.uncounted());
		}
	}

	void endCompression() {
		this.compression = null;
	}

	boolean isUncounted(Archive archive) {
		Compression running = this.compression;
		return running != null && running.uncounted() > 0 && archive.equals(running.archive());
	}

	boolean fits(long besides) throws IOException {
		Compression running = this.compression;
		long extra = (running != null) ? running.written() - running.uncounted() : 0;
		return sum(besides, known().totalSize() + extra) <= this.settings.totalSizeCap();
	}

	boolean fitsWithoutCompression(long besides) throws IOException {
		return sum(besides, known().totalSize()) <= this.settings.totalSizeCap();
	}

	/**
	 * Returns whether the volume has enough free space.
	 * @return {@code true} also if its free space is not known
	 */
	boolean isVolumeFree() {
		long least = this.settings.limits().minFreeSpace();
		try {
			return least == 0 || this.operations.freeSpace(this.live) >= least;
		}
		catch (IOException ex) {
			return true;
		}
	}

	long liveSize() throws IOException {
		FileFacts facts = this.acts.look(this.live);
		return (facts != null) ? facts.size() : 0;
	}

	static long sum(long one, long other) {
		return (one > Long.MAX_VALUE - other) ? Long.MAX_VALUE : one + other;
	}

	/**
	 * A compression in progress.
	 *
	 * @param archive the archive
	 * @param written size of the temporary file in bytes
	 * @param uncounted bytes of the archive that do not count during the compression
	 */
	private record Compression(Archive archive, long written, long uncounted) {

	}

}
