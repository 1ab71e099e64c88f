package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.disk.FileOperations;

/**
 * Keeps live file, archives and temporary files together below a number of bytes by
 * deleting the oldest archives. Room for a whole live file is always left. Thread-safe:
 * the file thread and the archive thread prune.
 *
 * @author NetRaven maintainers
 */
final class Retention {

	private final FileOperations operations;

	private final FileActs acts;

	private final RotationSettings settings;

	private final Path live;

	private final ArchiveFolder folder;

	private final PeerProcesses peers;

	/**
	 * Whether an archive was made since the archive thread last pruned.
	 */
	private volatile boolean pruningAsked;

	Retention(FileOperations operations, FileActs acts, RotationSettings settings, Path live, ArchiveFolder folder,
			PeerProcesses peers) {
		this.operations = operations;
		this.acts = acts;
		this.settings = settings;
		this.live = live;
		this.folder = folder;
		this.peers = peers;
	}

	/**
	 * Requests that the archive thread prune, even while it compresses.
	 */
	void askToPrune() {
		this.pruningAsked = true;
	}

	void pruneIfAsked() {
		if (this.pruningAsked) {
			try {
				prune();
			}
			catch (IOException ex) {
				this.pruningAsked = true;
			}
		}
	}

	boolean prune() throws IOException {
		this.pruningAsked = false;
		return makeRoom(0);
	}

	/**
	 * Deletes the oldest archives until there is room. Archives that this process or a
	 * peer may still write to are kept.
	 * @param bytes bytes about to be written in addition to the live file
	 * @return whether there is room
	 * @throws IOException if the folder cannot be read or an archive not be deleted
	 */
	boolean makeRoom(long bytes) throws IOException {
		ArchiveListing listing = this.folder.list();
		long total = Math.max(this.settings.maxFileSize(), liveSize()) + bytes;
		total += listing.totalSize();
		for (Archive archive : listing.complete()) {
			boolean deletable = !archive.open() && !this.peers.mayWriteTo(archive);
			if (deletable && total > this.settings.totalSizeCap()) {
				this.acts.delete(archive.path(), archive.facts());
				total -= archive.size();
			}
		}
		return total <= this.settings.totalSizeCap();
	}

	private long liveSize() throws IOException {
		try {
			return this.operations.look(this.live).size();
		}
		catch (NoSuchFileException ex) {
			return 0;
		}
	}

}
