package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.netraven.logging.file.archive.ArchiveName.Kind;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;

/**
 * Makes the live file an archive, and remembers which archives this process may still
 * write to. Thread-safe.
 *
 * @author NetRaven maintainers
 */
final class NewArchives {

	/**
	 * How many names are tried: some may be taken by other processes.
	 */
	private static final int ATTEMPTS = 100;

	private final FileOperations operations;

	private final FileActs acts;

	private final ArchiveNames names;

	private final ArchiveTimes times;

	private final Set<PosixFilePermission> permissions;

	private final Set<Path> open = ConcurrentHashMap.newKeySet();

	NewArchives(FileOperations operations, FileActs acts, ArchiveNames names, ArchiveTimes times,
			Set<PosixFilePermission> permissions) {
		this.operations = operations;
		this.acts = acts;
		this.names = names;
		this.times = times;
		this.permissions = permissions;
	}

	/**
	 * Renames a file to an unused name that sorts after every archive seen so far, even
	 * if the clock was set back.
	 * @param live the file
	 * @param file what was seen of it
	 * @return the archive
	 * @throws IOException if it cannot be renamed
	 */
	Archive archive(Path live, FileFacts file) throws IOException {
		for (int attempt = 1;; attempt++) {
			Instant time = this.times.next();
			Path archive = this.names.archive(time);
			if (reserve(archive, attempt) && archive(live, file, archive)) {
				return new Archive(archive, new ArchiveName(time, Kind.PLAIN), file, true);
			}
		}
	}

	/**
	 * Reserves a name. After an error nobody knows whose reservation is there, so the
	 * next name is taken; if it was made here it is a leftover.
	 * @param archive the name
	 * @param attempt how many names were tried
	 * @return whether the name is reserved
	 * @throws IOException if no name can be reserved
	 */
	private boolean reserve(Path archive, int attempt) throws IOException {
		Path reservation = ArchiveNames.reservation(archive);
		try {
			this.operations.create(reservation, this.permissions);
			return true;
		}
		catch (IOException ex) {
			if (attempt >= ATTEMPTS || !this.acts.exists(reservation)) {
				throw ex;
			}
			return false;
		}
	}

	private boolean archive(Path live, FileFacts file, Path archive) throws IOException {
		Path reservation = ArchiveNames.reservation(archive);
		FileFacts reserved = this.operations.lookAtEntry(reservation);
		this.open.add(archive);
		boolean archived = false;
		try {
			if (!this.acts.exists(archive) && !this.acts.exists(ArchiveNames.compressed(archive))) {
				this.acts.rename(live, file, archive);
				archived = true;
			}
			return archived;
		}
		finally {
			if (!archived) {
				this.open.remove(archive);
			}
			release(reservation, reserved);
		}
	}

	private void release(Path reservation, FileFacts reserved) {
		try {
			this.acts.delete(reservation, reserved);
		}
		catch (IOException ex) {
			// it is a leftover
		}
	}

	boolean isOpen(Path archive) {
		return this.open.contains(archive);
	}

	/**
	 * Declares that this process does not write to an archive any more.
	 * @param archive the archive
	 */
	void closed(Path archive) {
		this.open.remove(archive);
	}

}
