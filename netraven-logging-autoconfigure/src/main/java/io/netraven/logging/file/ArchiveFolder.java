package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The archives of one log file, and what is known of them. Safe for use by several
 * threads: the file thread makes archives, the archive thread compresses and deletes
 * them.
 *
 * @author NetRaven maintainers
 */
final class ArchiveFolder {

	private final FileOperations operations;

	private final ArchiveNames names;

	/**
	 * Archives that this process may still write to.
	 */
	private final Set<Path> open = ConcurrentHashMap.newKeySet();

	/**
	 * Time of the newest archive that was made or seen. Only grows.
	 */
	private final AtomicReference<Instant> newest = new AtomicReference<>(Instant.MIN);

	ArchiveFolder(FileOperations operations, ArchiveNames names) {
		this.operations = operations;
		this.names = names;
	}

	/**
	 * Archive a file under a name that nobody has, later than all that were seen, also
	 * when the clock has gone back.
	 * @param live the file
	 * @param now the present time
	 * @param permissions mode of the reservation, which the file's own replaces
	 * @return its new name
	 * @throws IOException if it cannot be renamed
	 */
	Path archive(Path live, Instant now, Set<PosixFilePermission> permissions) throws IOException {
		Path archive = reserve(now, permissions);
		this.open.add(archive);
		try {
			this.operations.rename(live, archive);
			return archive;
		}
		catch (IOException ex) {
			this.open.remove(archive);
			this.operations.delete(archive);
			throw ex;
		}
	}

	private Path reserve(Instant now, Set<PosixFilePermission> permissions) throws IOException {
		while (true) {
			Path archive = this.names.archive(nextTime(now));
			if (!exists(ArchiveNames.compressed(archive)) && create(archive, permissions)) {
				return archive;
			}
		}
	}

	private Instant nextTime(Instant now) {
		Instant time = now.truncatedTo(ChronoUnit.MILLIS);
		return this.newest.updateAndGet((newest) -> (time.isAfter(newest)) ? time : newest.plusMillis(1));
	}

	private boolean create(Path archive, Set<PosixFilePermission> permissions) throws IOException {
		try {
			this.operations.create(archive, permissions);
			return true;
		}
		catch (FileAlreadyExistsException ex) {
			return false;
		}
	}

	private boolean exists(Path path) throws IOException {
		try {
			this.operations.look(path);
			return true;
		}
		catch (NoSuchFileException ex) {
			return false;
		}
	}

	/**
	 * Note that this process writes to an archive no more.
	 * @param archive the archive
	 */
	void closed(Path archive) {
		this.open.remove(archive);
	}

	/**
	 * Look at all archives and temporary files, oldest first.
	 * @return those that can be looked at
	 * @throws IOException if the folder cannot be read
	 */
	List<Archive> list() throws IOException {
		List<Archive> archives = new ArrayList<>();
		for (String name : this.operations.list(this.names.folder(), this.names::isOurs)) {
			Path path = this.names.folder().resolve(name);
			try {
				FileFacts facts = this.operations.look(path);
				archives.add(new Archive(path, facts.size(), facts.modified(), this.open.contains(path)));
			}
			catch (NoSuchFileException ex) {
				// another process was faster
			}
		}
		archives.sort(Comparator.comparing(Archive::name));
		if (!archives.isEmpty()) {
			noteNewest(this.names.time(archives.get(archives.size() - 1).name()));
		}
		return archives;
	}

	private void noteNewest(Instant seen) {
		this.newest.updateAndGet((newest) -> (seen.isAfter(newest)) ? seen : newest);
	}

	/**
	 * One archive or temporary file.
	 *
	 * @param path its path
	 * @param size its size in bytes
	 * @param modified when it last changed
	 * @param open whether this process may still write to it
	 */
	record Archive(Path path, long size, Instant modified, boolean open) {

		String name() {
			return this.path.getFileName().toString();
		}

		boolean isCompressible() {
			return !this.open && this.size > 0 && !ArchiveNames.isTemporary(name())
					&& !ArchiveNames.isCompressed(name());
		}

		/**
		 * Look whether it is a temporary file or a reservation, which only a killed
		 * process leaves for long.
		 * @return whether it is
		 */
		boolean isLeftover() {
			return ArchiveNames.isTemporary(name())
					|| (!this.open && this.size == 0 && !ArchiveNames.isCompressed(name()));
		}

		boolean isQuiet(Instant since) {
			return this.modified.isBefore(since);
		}

	}

}
