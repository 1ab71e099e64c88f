package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.TemporaryFile;

/**
 * Replaces an archive with its compressed file: a temporary file is written, synced and
 * renamed before the archive is deleted. A process that is killed at any moment leaves
 * the archive, the complete compressed file, or both. Used by the archive thread.
 */
final class CompressedReplacement {

	private final FileOperations operations;

	private final FileActs acts;

	private final ArchiveCopy copy;

	private final Set<PosixFilePermission> permissions;

	private final UsedSpace space;

	private final Retention retention;

	CompressedReplacement(FileOperations operations, FileActs acts, ArchiveCopy copy,
			Set<PosixFilePermission> permissions, UsedSpace space, Retention retention) {
		this.operations = operations;
		this.acts = acts;
		this.copy = copy;
		this.permissions = permissions;
		this.space = space;
		this.retention = retention;
	}

	/**
	 * Replaces an archive, unless another process is doing so or the archive has changed.
	 * If there is no room for the compressed file, the archive is left as it is.
	 * @param archive the archive
	 * @return {@code false} if it has to be retried
	 * @throws IOException if it cannot be replaced now; the archive is intact
	 */
	boolean replace(Archive archive) throws IOException {
		this.space.beginCompression(archive);
		try {
			return make(archive);
		}
		catch (ArchiveCopy.NoRoomException ex) {
			return true;
		}
		finally {
			this.space.endCompression();
		}
	}

	private boolean make(Archive archive) throws IOException {
		try {
			return make(archive, ArchiveNames.temporary(archive.path()));
		}
		catch (FileAlreadyExistsException ex) {
			return isNameBlocked(archive) && make(archive, ArchiveNames.unforeseenTemporary(archive.path()));
		}
	}

	/**
	 * Returns whether the name of the temporary file is taken by something that no
	 * process of ours has made, rather than by a process that compresses the archive now.
	 * @param archive the archive
	 * @return whether the name will not become free
	 * @throws IOException if that cannot be examined
	 */
	private boolean isNameBlocked(Archive archive) throws IOException {
		Path temporary = ArchiveNames.temporary(archive.path());
		FileFacts there = this.acts.look(temporary);
		return there != null && !this.acts.isOurs(temporary, there);
	}

	private boolean make(Archive archive, Path temporary) throws IOException {
		TemporaryFile file = this.operations.createTemporary(temporary, this.permissions);
		try {
			FileFacts made = this.operations.lookAtEntry(temporary);
			try {
				return this.copy.copy(archive, temporary, file) && rename(archive, temporary, made);
			}
			finally {
				clear(temporary, made);
			}
		}
		finally {
			close(file);
		}
	}

	/**
	 * Gives the temporary file the name of the compressed one, and deletes the archive
	 * only if that is what has the name afterwards: a stranger may exchange either.
	 * @param archive the archive
	 * @param temporary the path of the temporary file
	 * @param made the attributes of the file when it was created
	 * @return {@code false} if it has to be retried
	 * @throws IOException if it cannot be renamed
	 */
	private boolean rename(Archive archive, Path temporary, FileFacts made) throws IOException {
		FileFacts complete = this.operations.lookAtEntry(temporary);
		Path compressed = ArchiveNames.compressed(archive.path());
		if (!complete.isSameFileAs(made) || !this.acts.isOurs(temporary, complete)) {
			return false;
		}
		this.acts.rename(temporary, complete, compressed);
		FileFacts renamed = this.acts.look(compressed);
		if (renamed == null || !renamed.isSameFileAs(complete)) {
			return false;
		}
		if (!this.acts.delete(archive.path(), archive.facts())) {
			return false;
		}
		this.retention.forget(archive);
		this.retention.archived(new Archive(compressed, archive.name().compressed(), complete, false), false);
		return true;
	}

	/**
	 * Deletes the temporary file unless it was renamed.
	 * @param temporary the path of the temporary file
	 * @param made the attributes of the file when it was created
	 */
	private void clear(Path temporary, FileFacts made) throws IOException {
		FileFacts there = this.acts.look(temporary);
		if (there != null && there.isSameFileAs(made)) {
			this.acts.delete(temporary, there);
		}
	}

	private static void close(TemporaryFile file) {
		try {
			file.close();
		}
		catch (IOException ex) {
			// everything that matters was synced before
		}
	}

}
