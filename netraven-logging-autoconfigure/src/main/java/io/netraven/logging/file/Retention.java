package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import io.netraven.logging.file.ArchiveFolder.Archive;

/**
 * Keeps live file, archives and temporary files together below a number of bytes: the
 * oldest archive goes first. Room for a whole live file is always left.
 *
 * @author NetRaven maintainers
 */
final class Retention {

	private final FileOperations operations;

	private final RotationSettings settings;

	private final Path live;

	Retention(FileOperations operations, RotationSettings settings, Path live) {
		this.operations = operations;
		this.settings = settings;
		this.live = live;
	}

	/**
	 * Delete what is too much.
	 * @param archives all archives, oldest first
	 * @param quietSince archives that changed after this moment may still be written to
	 * @param extra bytes that are about to be written besides the live file
	 * @return whether what is left is not too much
	 * @throws IOException if the disk does not let us
	 */
	boolean prune(List<Archive> archives, Instant quietSince, long extra) throws IOException {
		long total = Math.max(this.settings.maxFileSize(), liveSize()) + extra;
		for (Archive archive : archives) {
			total += archive.size();
		}
		for (Archive archive : archives) {
			if (total <= this.settings.totalSizeCap()) {
				return true;
			}
			if (!archive.open() && archive.isQuiet(quietSince) && !ArchiveNames.isTemporary(archive.name())) {
				this.operations.delete(archive.path());
				total -= archive.size();
			}
		}
		return total <= this.settings.totalSizeCap();
	}

	private long liveSize() throws IOException {
		try {
			return this.operations.look(this.live).size();
		}
		catch (NoSuchFileException ex) {
			return 0;
		}
	}

}
