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

	private final ArchiveProgress progress;

	CompressedReplacement(FileOperations operations, FileActs acts, CompressedCopy copy,
			Set<PosixFilePermission> permissions, Retention retention, ArchiveProgress progress) {
		this.operations = operations;
		this.acts = acts;
		this.copy = copy;
		this.permissions = permissions;
		this.retention = retention;
		this.progress = progress;
	}

	/**
	 * Replaces an archive, unless another process is doing so or it has changed. Where
	 * the compressed file has no room, the archive stays as it is.
	 * @param archive the archive
	 * @return {@code false} if it has to be tried again
	 * @throws IOException if it cannot be replaced now; the archive is intact
	 */
	boolean replace(Archive archive) throws IOException {
		this.retention.beginCompression(archive);
		try {
			return make(archive);
		}
		catch (NoRoomException ex) {
			return true;
		}
		finally {
			this.retention.endCompression();
		}
	}

	private boolean make(Archive archive) throws IOException {
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
		long size = copy(archive, file.stream());
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

	private long copy(Archive archive, OutputStream target) throws IOException {
		long size = 0;
		byte[] chunk = new byte[CHUNK];
		CountedStream counted = new CountedStream(target);
		try (InputStream source = this.operations.read(archive.path());
				GZIPOutputStream gzip = new GZIPOutputStream(counted, CHUNK)) {
			for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
				gzip.write(chunk, 0, read);
				size += read;
				this.progress.step();
				if (!this.retention.hasRoomFor(archive, counted.count())) {
					throw new NoRoomException();
				}
			}
		}
		return size;
	}

	private boolean rename(Archive archive, Path temporary) throws IOException {
		FileFacts complete = this.operations.lookAtEntry(temporary);
		Path compressed = ArchiveNames.compressed(archive.path());
		this.acts.rename(temporary, complete, compressed);
		if (!this.acts.delete(archive.path(), archive.facts())) {
			return false;
		}
		this.retention.forget(archive);
		this.retention.archived(new Archive(compressed, archive.name().compressed(), complete, false), false);
		return true;
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

	/**
	 * The cap leaves no room for the temporary file.
	 */
	private static final class NoRoomException extends IOException {

	}

}
