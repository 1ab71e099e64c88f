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
 * Turns the live file into an archive, which counts as open until this process has closed
 * it. Thread-safe.
 */
final class NewArchives {

	/**
	 * Maximum number of names that are tried: other processes may have taken some.
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
	 * @param live the path of the live file
	 * @param file the attributes of the live file
	 * @return the archive
	 * @throws IOException if the file cannot be renamed
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
	 * Reserves a name. After an error it is unknown which process has made an existing
	 * reservation, so the next name is tried; if it was this one, the reservation is a
	 * leftover.
	 * @param archive the path to reserve
	 * @param attempt the number of this attempt, from 1
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
			// it stays behind as a leftover
		}
	}

	/**
	 * Renames an archive, unless a name is taken.
	 * @param archive the path of the archive
	 * @param file the attributes of the archive
	 * @param target the new path
	 * @return whether it was renamed
	 * @throws IOException if it cannot be renamed
	 */
	boolean rename(Path archive, FileFacts file, Path target) throws IOException {
		boolean renamed = reserve(target, 1) && archive(archive, file, target);
		closed(target);
		return renamed;
	}

	boolean isOpen(Path archive) {
		return this.open.contains(archive);
	}

	/**
	 * Declares that this process no longer writes to an archive.
	 * @param archive the archive
	 */
	void closed(Path archive) {
		this.open.remove(archive);
	}

}
