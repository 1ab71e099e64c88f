package io.netraven.logging.file.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.TemporaryFile;

/**
 * Compresses an archive into a temporary file, which is synced and renamed before the
 * archive is deleted. A process that is killed at any moment leaves the archive, the
 * complete compressed file, or both. Used by the archive thread.
 *
 * @author NetRaven maintainers
 */
final class ArchiveCompressor {

	private static final int CHUNK = 64 * 1024;

	private final FileOperations operations;

	private final Set<PosixFilePermission> permissions;

	private final Retention retention;

	ArchiveCompressor(FileOperations operations, Set<PosixFilePermission> permissions, Retention retention) {
		this.operations = operations;
		this.permissions = permissions;
		this.retention = retention;
	}

	/**
	 * Compresses an archive, unless another process is compressing it or it grows.
	 * @param archive the archive
	 * @return {@code false} if it has to be tried again
	 * @throws IOException if it cannot be compressed now; the archive is intact
	 */
	boolean compress(Archive archive) throws IOException {
		if (finish(archive.path(), archive.size())) {
			return true;
		}
		this.retention.makeRoom(archive.size());
		return compress(archive.path());
	}

	private boolean compress(Path archive) throws IOException {
		Path temporary = ArchiveNames.temporary(archive);
		Path compressed = ArchiveNames.compressed(archive);
		try (TemporaryFile file = this.operations.createTemporary(temporary, this.permissions)) {
			try {
				long size = copy(archive, file.stream());
				file.sync();
				if (this.operations.look(archive).size() == size) {
					this.operations.rename(temporary, compressed);
					return deleteSource(archive, size);
				}
				this.operations.delete(temporary);
				return false;
			}
			catch (IOException | RuntimeException | Error ex) {
				this.operations.delete(temporary);
				if (ex instanceof NoSuchFileException) {
					return true;
				}
				throw ex;
			}
		}
		catch (FileAlreadyExistsException ex) {
			return false;
		}
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

	private boolean deleteSource(Path archive, long size) throws IOException {
		boolean unchanged = this.operations.look(archive).size() == size;
		if (unchanged) {
			this.operations.delete(archive);
		}
		return unchanged;
	}

	/**
	 * Finishes what a killed process began. A compressed file is always complete, but the
	 * archive may have grown since: its size must be the one in the compressed file.
	 * @param archive the archive
	 * @param size its size in bytes
	 * @return whether the compressed file has replaced the archive
	 * @throws IOException if a file cannot be read or deleted
	 */
	private boolean finish(Path archive, long size) throws IOException {
		Path compressed = ArchiveNames.compressed(archive);
		try {
			long length = this.operations.look(compressed).size();
			byte[] trailer = this.operations.read(compressed, Math.max(0, length - 4), 4);
			if (trailer.length == 4 && originalSize(trailer) == (size & 0xFFFFFFFFL)) {
				this.operations.delete(archive);
				return true;
			}
			this.operations.delete(compressed);
			return false;
		}
		catch (NoSuchFileException ex) {
			return false;
		}
	}

	private static long originalSize(byte[] trailer) {
		long size = 0;
		for (int i = 3; i >= 0; i--) {
			size = (size << 8) | (trailer[i] & 0xFF);
		}
		return size;
	}

}
