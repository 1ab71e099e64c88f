package io.netraven.logging.file.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import io.netraven.logging.file.disk.FileOperations;

/**
 * Compares an archive with the compressed file of its name, byte by byte, because a
 * matching size in the trailer proves nothing. Used by the archive thread.
 */
final class CompressedCopy {

	private static final int CHUNK = 64 * 1024;

	private final FileOperations operations;

	private final ArchiveProgress progress;

	CompressedCopy(FileOperations operations, ArchiveProgress progress) {
		this.operations = operations;
		this.progress = progress;
	}

	Match compare(Path archive, Path compressed) throws IOException {
		try (InputStream plain = this.operations.read(archive); InputStream stream = this.operations.read(compressed)) {
			GZIPInputStream gzip;
			try {
				gzip = new GZIPInputStream(stream, CHUNK);
			}
			catch (EOFException ex) {
				return Match.BEGINNING;
			}
			catch (ZipException ex) {
				return Match.DIFFERENT;
			}
			return compare(plain, gzip);
		}
	}

	private Match compare(InputStream plain, GZIPInputStream gzip) throws IOException {
		byte[] unpacked = new byte[CHUNK];
		byte[] original = new byte[CHUNK];
		while (true) {
			this.progress.step();
			int length;
			try {
				length = gzip.read(unpacked);
			}
			catch (EOFException | ZipException ex) {
				return Match.BEGINNING;
			}
			if (length < 0) {
				return (plain.read() < 0) ? Match.WHOLE : Match.BEGINNING;
			}
			int there = plain.readNBytes(original, 0, length);
			if (!Arrays.equals(unpacked, 0, length, original, 0, there)) {
				return Match.DIFFERENT;
			}
		}
	}

	/**
	 * How the content of a compressed file compares with that of an archive.
	 */
	enum Match {

		/**
		 * It is equal to the archive.
		 */
		WHOLE,

		/**
		 * It is truncated or damaged, or the archive has grown since.
		 */
		BEGINNING,

		/**
		 * It is different.
		 */
		DIFFERENT

	}

}
