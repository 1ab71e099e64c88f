package io.netraven.logging.file;

import java.time.Instant;
import java.util.Objects;

/**
 * An archive of a log file. Immutable and thread-safe; no component is {@code null}.
 *
 * @param name name of the file, without its folder
 * @param archived when the live file was archived
 * @param size size of the archive in bytes
 */
public record ArchivedFile(String name, Instant archived, long size) {

	public ArchivedFile {
		Objects.requireNonNull(name, "'name' must not be null");
		Objects.requireNonNull(archived, "'archived' must not be null");
	}

}
