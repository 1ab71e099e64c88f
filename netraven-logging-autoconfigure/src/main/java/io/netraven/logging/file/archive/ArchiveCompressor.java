package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.NoSuchFileException;

import io.netraven.logging.file.archive.CompressedCopy.Match;
import io.netraven.logging.file.disk.FileFacts;

/**
 * Compresses an archive, or completes what a killed process has begun. Used by the
 * archive thread.
 */
final class ArchiveCompressor {

	private final FileActs acts;

	private final CompressedCopy copy;

	private final CompressedReplacement replacement;

	private final LaterName laterName;

	ArchiveCompressor(FileActs acts, CompressedCopy copy, CompressedReplacement replacement, LaterName laterName) {
		this.acts = acts;
		this.copy = copy;
		this.replacement = replacement;
		this.laterName = laterName;
	}

	/**
	 * Compresses an archive, unless another process is compressing it or it still grows.
	 * If something else has the name of the compressed file, that is left alone, and the
	 * archive gets a later name under which it is compressed the next time.
	 * @param archive the archive
	 * @return {@code false} if it has to be retried
	 * @throws IOException if it cannot be compressed now; the archive is intact
	 */
	boolean compress(Archive archive) throws IOException {
		FileFacts there = this.acts.look(ArchiveNames.compressed(archive.path()));
		try {
			Match match = (there != null) ? compare(archive, there) : Match.BEGINNING;
			return switch (match) {
				case WHOLE -> this.acts.delete(archive.path(), archive.facts());
				case DIFFERENT -> !this.laterName.take(archive);
				case BEGINNING -> this.replacement.replace(archive);
			};
		}
		catch (NoSuchFileException ex) {
			return !this.acts.exists(archive.path());
		}
	}

	private Match compare(Archive archive, FileFacts compressed) throws IOException {
		return (this.acts.isOurs(ArchiveNames.compressed(archive.path()), compressed))
				? this.copy.compare(archive.path(), ArchiveNames.compressed(archive.path())) : Match.DIFFERENT;
	}

}
