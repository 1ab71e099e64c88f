package io.netraven.logging.file.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import io.netraven.logging.file.archive.CompressedCopy.Match;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.TemporaryFile;

/**
 * Writes the compressed copy of an archive to a temporary file, as long as the size cap
 * leaves room. Used by the archive thread.
 */
final class ArchiveCopy {

	private static final int CHUNK = 64 * 1024;

	private final FileOperations operations;

	private final FileActs acts;

	private final CompressedCopy comparison;

	private final Retention retention;

	private final ArchiveProgress progress;

	ArchiveCopy(FileOperations operations, FileActs acts, CompressedCopy comparison, Retention retention,
			ArchiveProgress progress) {
		this.operations = operations;
		this.acts = acts;
		this.comparison = comparison;
		this.retention = retention;
		this.progress = progress;
	}

	/**
	 * Copies an archive.
	 * @param archive the archive
	 * @param temporary the path of the copy
	 * @param file the file to write to
	 * @return whether all of the archive was copied and it has not changed meanwhile
	 * @throws IOException if it cannot be copied
	 */
	boolean copy(Archive archive, Path temporary, TemporaryFile file) throws IOException {
		long size = copy(archive, file.stream());
		boolean complete = size == archive.size() && isOnDisk(archive, temporary, file);
		FileFacts now = this.acts.look(archive.path());
		return complete && now != null && now.isSameFileAs(archive.facts()) && now.size() == size;
	}

	private boolean isOnDisk(Archive archive, Path temporary, TemporaryFile file) throws IOException {
		if (file.sync()) {
			return true;
		}
		// closing the file shows write errors, and reading it what it contains
		file.close();
		return this.comparison.compare(archive.path(), temporary) == Match.WHOLE;
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

	/**
	 * Thrown if the size cap leaves no room for the temporary file.
	 */
	static final class NoRoomException extends IOException {

	}

}
