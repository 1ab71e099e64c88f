package io.netraven.logging.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses an archive: into a temporary file, which is brought to the disk and renamed
 * before the source is deleted. Killed at any moment, it leaves either the source or the
 * whole result, or both.
 *
 * @author NetRaven maintainers
 */
final class ArchiveCompressor {

	private static final int CHUNK = 64 * 1024;

	private final FileOperations operations;

	private final Set<PosixFilePermission> permissions;

	private final Runnable betweenChunks;

	ArchiveCompressor(FileOperations operations, Set<PosixFilePermission> permissions, Runnable betweenChunks) {
		this.operations = operations;
		this.permissions = permissions;
		this.betweenChunks = betweenChunks;
	}

	/**
	 * Compress an archive, unless somebody else is at it or it grows meanwhile.
	 * @param archive the archive
	 * @return {@code false} if it has to be tried again
	 * @throws IOException if it cannot be done now; the archive is whole
	 */
	boolean compress(Path archive) throws IOException {
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
				this.betweenChunks.run();
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
	 * Finish what a killed process began: if an archive is there as source and as result,
	 * the result is whole, and only where the source has not grown since is it enough.
	 * @param archive the source
	 * @param size its size
	 * @return whether the result was there and the source is gone
	 * @throws IOException if it cannot be looked at
	 */
	boolean finish(Path archive, long size) throws IOException {
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
