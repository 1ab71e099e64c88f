package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;

/**
 * The archives of one log file. What is only called like an archive is left alone: a link
 * or a file with another name, a time that cannot be, a time to come. Thread-safe.
 *
 * @author NetRaven maintainers
 */
final class ArchiveFolder {

	private final FileOperations operations;

	private final FileActs acts;

	private final ArchiveNames names;

	private final ArchiveTimes times;

	private final NewArchives newArchives;

	ArchiveFolder(FileOperations operations, FileActs acts, ArchiveNames names, ArchiveTimes times,
			NewArchives newArchives) {
		this.operations = operations;
		this.acts = acts;
		this.names = names;
		this.times = times;
		this.newArchives = newArchives;
	}

	/**
	 * Goes once through the folder.
	 * @param step called before each look at a file
	 * @return what is there
	 * @throws IOException if the folder cannot be read
	 */
	ArchiveListing list(Runnable step) throws IOException {
		ArchiveListing listing = new ArchiveListing();
		Instant latest = this.times.latestPossible();
		this.operations.list(this.names.folder(), (name) -> {
			if (this.names.isLookalike(name)) {
				step.run();
				add(name, latest, listing);
			}
		});
		this.times.note(listing.newestTime());
		return listing;
	}

	private void add(String name, Instant latest, ArchiveListing listing) throws IOException {
		Optional<ArchiveName> parsed = this.names.parse(name);
		Path path = this.names.folder().resolve(name);
		try {
			FileFacts facts = this.operations.lookAtEntry(path);
			if (parsed.isPresent() && !parsed.get().time().isAfter(latest) && facts.isPlain()) {
				listing.add(new Archive(path, parsed.get(), facts, this.newArchives.isOpen(path)));
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
	 * @param unattended whether it did not change for so long that nobody can be making
	 * it, should the file system not tell
	 * @return {@code false} if it has to be tried again
	 * @throws IOException if it cannot be removed
	 */
	boolean removeLeftover(Archive archive, boolean unattended) throws IOException {
		if (!archive.isTemporary()) {
			return this.acts.delete(archive.path(), archive.facts());
		}
		FileFacts now = this.acts.look(archive.path());
		if (now == null || !now.isSameFileAs(archive.facts())) {
			return true;
		}
		return this.operations.deleteIfAbandoned(archive.path())
				|| (unattended && this.acts.delete(archive.path(), archive.facts()));
	}

}
