package io.netraven.logging.file.archive;

import java.nio.file.Path;
import java.time.Instant;

/**
 * An archive or temporary file, as it was when the folder was listed.
 *
 * @param path its path
 * @param size its size in bytes
 * @param modified when it last changed
 * @param open whether this process may still write to it
 * @author NetRaven maintainers
 */
record Archive(Path path, long size, Instant modified, boolean open) {

	String name() {
		return this.path.getFileName().toString();
	}

	boolean isTemporary() {
		return ArchiveNames.isTemporary(name());
	}

	boolean isCompressible() {
		return !this.open && this.size > 0 && !isTemporary() && !ArchiveNames.isCompressed(name());
	}

	/**
	 * Returns whether this is a temporary file or an empty reservation. Only a process
	 * that was killed leaves one for long.
	 * @return whether this is a leftover once it is quiet
	 */
	boolean isLeftover() {
		return isTemporary() || (!this.open && this.size == 0 && !ArchiveNames.isCompressed(name()));
	}

}
