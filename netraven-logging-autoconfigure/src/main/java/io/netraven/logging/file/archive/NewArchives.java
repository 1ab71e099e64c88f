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
		Archive archive = reserve(file);
		FileFacts reservation = this.operations.lookAtEntry(archive.path());
		this.open.add(archive.path());
		try {
			this.acts.rename(live, file, archive.path());
			return archive;
		}
		catch (IOException ex) {
			this.open.remove(archive.path());
			this.acts.delete(archive.path(), reservation);
			throw ex;
		}
	}

	private Archive reserve(FileFacts file) throws IOException {
		for (int attempt = 1;; attempt++) {
			Instant time = this.times.next();
			Path archive = this.names.archive(time);
			if (!this.acts.exists(ArchiveNames.compressed(archive)) && create(archive, attempt)) {
				return new Archive(archive, new ArchiveName(time, Kind.PLAIN), file, true);
			}
		}
	}

	/**
	 * Reserves a name. After an error nobody knows whose file is there, so the next name
	 * is taken; if it was made here it is a leftover, and empty.
	 * @param archive the name
	 * @param attempt how many names were tried
	 * @return whether the name is reserved
	 * @throws IOException if no name can be reserved
	 */
	private boolean create(Path archive, int attempt) throws IOException {
		try {
			this.operations.create(archive, this.permissions);
			return true;
		}
		catch (IOException ex) {
			if (attempt == ATTEMPTS || !this.acts.exists(archive)) {
				throw ex;
			}
			return false;
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
