package io.netraven.logging.file.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import io.netraven.logging.file.archive.CompressedCopy.Match;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.TemporaryFile;

/**
 * Makes the compressed file of an archive: a temporary file, which is synced and renamed
 * before the archive is deleted. A process that is killed at any moment leaves the
 * archive, the complete compressed file, or both. Used by the archive thread.
 *
 * @author NetRaven maintainers
 */
final class CompressedReplacement {

	private static final int CHUNK = 64 * 1024;

	private final FileOperations operations;

	private final FileActs acts;

	private final CompressedCopy copy;

	private final Set<PosixFilePermission> permissions;

	private final Retention retention;

	CompressedReplacement(FileOperations operations, FileActs acts, CompressedCopy copy,
			Set<PosixFilePermission> permissions, Retention retention) {
		this.operations = operations;
		this.acts = acts;
		this.copy = copy;
		this.permissions = permissions;
		this.retention = retention;
	}

	/**
	 * Replaces an archive, unless another process is doing so or it has changed.
	 * @param archive the archive
	 * @return {@code false} if it has to be tried again
	 * @throws IOException if it cannot be replaced now; the archive is intact
	 */
	boolean replace(Archive archive) throws IOException {
		Path temporary = ArchiveNames.temporary(archive.path());
		TemporaryFile file;
		try {
			file = this.operations.createTemporary(temporary, this.permissions);
		}
		catch (FileAlreadyExistsException ex) {
			return false;
		}
		try {
			FileFacts made = this.operations.lookAtEntry(temporary);
			try {
				return copy(archive, temporary, file) && rename(archive, temporary);
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
	 * Copies an archive.
	 * @param archive the archive
	 * @param temporary the name of the copy
	 * @param file takes the copy
	 * @return whether the archive is still the same, and all of it was copied
	 * @throws IOException if it cannot be copied
	 */
	private boolean copy(Archive archive, Path temporary, TemporaryFile file) throws IOException {
		long size = copy(archive.path(), file.stream());
		boolean complete = size == archive.size() && isOnDisk(archive, temporary, file);
		FileFacts now = this.acts.look(archive.path());
		return complete && now != null && now.isSameFileAs(archive.facts()) && now.size() == size;
	}

	private boolean isOnDisk(Archive archive, Path temporary, TemporaryFile file) throws IOException {
		if (file.sync()) {
			return true;
		}
		// closing it tells whether it was taken, and reading it what is there
		file.close();
		return this.copy.compare(archive.path(), temporary) == Match.WHOLE;
	}

	private long copy(Path archive, OutputStream target) throws IOException {
		long size = 0;
		byte[] chunk = new byte[CHUNK];
		try (InputStream source = this.operations.read(archive);
				GZIPOutputStream gzip = new GZIPOutputStream(target, CHUNK)) {
			for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
				gzip.write(chunk, 0, read);
				size += read;
				this.retention.pruneIfAsked();
			}
		}
		return size;
	}

	private boolean rename(Archive archive, Path temporary) throws IOException {
		FileFacts complete = this.operations.lookAtEntry(temporary);
		this.acts.rename(temporary, complete, ArchiveNames.compressed(archive.path()));
		return this.acts.delete(archive.path(), archive.facts());
	}

	/**
	 * Deletes the temporary file if it still has its name.
	 * @param temporary its name
	 * @param made what was seen of it when it was made
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
			// everything that counts was synced before
		}
	}

}
