package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.FolderTrust;

/**
 * Access to the archives of one log file. Files that only look like archives are left
 * alone: a link, a file with another hard link, an impossible time, a time in the future.
 * Thread-safe.
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
	 * Lists the archives in one pass over the folder.
	 * @param step called before each look at a file
	 * @return the archives that were found
	 * @throws IOException if the folder cannot be read
	 */
	ArchiveListing list(Runnable step) throws IOException {
		ArchiveListing listing = new ArchiveListing();
		Instant latest = this.times.latestPossible();
		FolderTrust trust = FolderTrust.in(this.operations, this.names.folder());
		this.operations.list(this.names.folder(), (name) -> {
			if (this.names.isLookalike(name)) {
				step.run();
				add(name, latest, trust, listing);
			}
		});
		this.times.note(listing.newestTime());
		return listing;
	}

	private void add(String name, Instant latest, FolderTrust trust, ArchiveListing listing) throws IOException {
		Optional<ArchiveName> parsed = this.names.parse(name);
		Path path = this.names.folder().resolve(name);
		try {
			FileFacts facts = this.operations.lookAtEntry(path);
			if (parsed.isPresent() && !parsed.get().time().isAfter(latest) && trust.owns(facts)) {
				listing.add(new Archive(path, parsed.get(), facts, this.newArchives.isOpen(path)));
			}
			else {
				listing.addStranger();
			}
		}
		catch (NoSuchFileException ex) {
			// another process has removed or renamed it
		}
	}

	/**
	 * Removes a leftover, unless it has changed or the process that writes it is alive.
	 * @param archive a leftover
	 * @param unattended whether it has not changed for so long that no process can be
	 * writing it; counts if the file system cannot tell
	 * @return {@code false} if it has to be retried
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
