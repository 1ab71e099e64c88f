package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;

/**
 * The archives of one log file. What is only called like an archive is left alone: a link
 * or a file with another name, a time that cannot be, a time to come. Thread-safe: the
 * file thread adds archives, the archive thread compresses and deletes them.
 *
 * @author NetRaven maintainers
 */
final class ArchiveFolder {

	/**
	 * How far the clock of another host that writes to the folder may be ahead.
	 */
	private static final Duration AHEAD = Duration.ofHours(1);

	/**
	 * How many names are tried: some may be taken by other processes.
	 */
	private static final int ATTEMPTS = 100;

	private final FileOperations operations;

	private final FileActs acts;

	private final ArchiveNames names;

	private final Set<PosixFilePermission> permissions;

	private final Clock clock;

	/**
	 * Archives that this process may still write to.
	 */
	private final Set<Path> open = ConcurrentHashMap.newKeySet();

	/**
	 * Time in the name of the newest archive made or seen. Never goes back.
	 */
	private volatile Instant newest = Instant.MIN;

	ArchiveFolder(FileOperations operations, FileActs acts, Path live, Set<PosixFilePermission> permissions,
			Clock clock) {
		this.operations = operations;
		this.acts = acts;
		this.names = new ArchiveNames(live);
		this.permissions = permissions;
		this.clock = clock;
	}

	/**
	 * Renames a file to an unused name that sorts after every archive seen so far, even
	 * if the clock was set back.
	 * @param live the file
	 * @param file what was seen of it
	 * @return the archive
	 * @throws IOException if it cannot be renamed
	 */
	Path archive(Path live, FileFacts file) throws IOException {
		Path archive = reserve();
		FileFacts reservation = this.operations.lookAtEntry(archive);
		this.open.add(archive);
		try {
			this.acts.rename(live, file, archive);
			return archive;
		}
		catch (IOException ex) {
			this.open.remove(archive);
			this.acts.delete(archive, reservation);
			throw ex;
		}
	}

	private Path reserve() throws IOException {
		for (int attempt = 1;; attempt++) {
			Path archive = this.names.archive(nextTime());
			if (!this.acts.exists(ArchiveNames.compressed(archive)) && create(archive, attempt)) {
				return archive;
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

	private synchronized Instant nextTime() {
		Instant time = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		this.newest = (time.isAfter(this.newest)) ? time : this.newest.plusMillis(1);
		return this.newest;
	}

	private synchronized void noteTime(Instant time) {
		if (time.isAfter(this.newest)) {
			this.newest = time;
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
	 * Goes once through the folder.
	 * @return what is there
	 * @throws IOException if the folder cannot be read
	 */
	ArchiveListing list() throws IOException {
		ArchiveListing listing = new ArchiveListing();
		Instant latest = latestPossible();
		this.operations.list(this.names.folder(), (name) -> {
			if (this.names.isLookalike(name)) {
				add(name, latest, listing);
			}
		});
		noteTime(listing.newestTime());
		return listing;
	}

	/**
	 * Returns the latest time that an archive can have. If the clock was set back, those
	 * that were made before are known none the less.
	 * @return a time to come
	 */
	private Instant latestPossible() {
		Instant soon = this.clock.instant().plus(AHEAD);
		Instant made = this.newest;
		return (made.isAfter(soon)) ? made : soon;
	}

	private void add(String name, Instant latest, ArchiveListing listing) throws IOException {
		Optional<ArchiveName> parsed = this.names.parse(name);
		Path path = this.names.folder().resolve(name);
		try {
			FileFacts facts = this.operations.lookAtEntry(path);
			if (parsed.isPresent() && !parsed.get().time().isAfter(latest) && facts.isPlain()) {
				listing.add(new Archive(path, parsed.get(), facts, this.open.contains(path)));
			}
			else {
				listing.addStranger();
			}
		}
		catch (NoSuchFileException ex) {
			// another process was faster
		}
	}

	/**
	 * Removes a leftover, unless it has changed or the process that makes it is alive.
	 * @param archive a leftover
	 * @throws IOException if it cannot be removed
	 */
	void removeLeftover(Archive archive) throws IOException {
		if (!archive.isTemporary()) {
			this.acts.delete(archive.path(), archive.facts());
			return;
		}
		FileFacts now = this.acts.look(archive.path());
		if (now != null && now.isSameFileAs(archive.facts())) {
			this.operations.deleteIfAbandoned(archive.path());
		}
	}

}
