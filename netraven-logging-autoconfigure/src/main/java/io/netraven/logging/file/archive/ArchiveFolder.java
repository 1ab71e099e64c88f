package io.netraven.logging.file.archive;

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

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;

/**
 * The archives of one log file. Thread-safe: the file thread adds archives, the archive
 * thread compresses and deletes them.
 *
 * @author NetRaven maintainers
 */
final class ArchiveFolder {

	private final FileOperations operations;

	private final ArchiveNames names;

	private final Set<PosixFilePermission> permissions;

	/**
	 * Archives that this process may still write to.
	 */
	private final Set<Path> open = ConcurrentHashMap.newKeySet();

	/**
	 * Time in the name of the newest archive made or seen. Never goes back.
	 */
	private final AtomicReference<Instant> newest = new AtomicReference<>(Instant.MIN);

	ArchiveFolder(FileOperations operations, Path live, Set<PosixFilePermission> permissions) {
		this.operations = operations;
		this.names = new ArchiveNames(live);
		this.permissions = permissions;
	}

	/**
	 * Renames a file to an unused name that sorts after every archive seen so far, even
	 * if the clock was set back.
	 * @param live the file
	 * @param now the current time
	 * @return the archive
	 * @throws IOException if it cannot be renamed
	 */
	Path archive(Path live, Instant now) throws IOException {
		Path archive = reserve(now);
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

	private Path reserve(Instant now) throws IOException {
		while (true) {
			Path archive = this.names.archive(nextTime(now));
			if (!exists(ArchiveNames.compressed(archive)) && create(archive)) {
				return archive;
			}
		}
	}

	private Instant nextTime(Instant now) {
		Instant time = now.truncatedTo(ChronoUnit.MILLIS);
		return this.newest.updateAndGet((newest) -> (time.isAfter(newest)) ? time : newest.plusMillis(1));
	}

	private boolean create(Path archive) throws IOException {
		try {
			this.operations.create(archive, this.permissions);
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
	 * Declares that this process does not write to an archive any more.
	 * @param archive the archive
	 */
	void closed(Path archive) {
		this.open.remove(archive);
	}

	/**
	 * Returns all archives and temporary files, oldest first.
	 * @return those that still exist
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
			Instant last = this.names.time(archives.get(archives.size() - 1).name());
			this.newest.updateAndGet((newest) -> (last.isAfter(newest)) ? last : newest);
		}
		return archives;
	}

	void removeLeftover(Archive archive) throws IOException {
		if (archive.isTemporary()) {
			this.operations.deleteIfAbandoned(archive.path());
		}
		else {
			this.operations.delete(archive.path());
		}
	}

}
