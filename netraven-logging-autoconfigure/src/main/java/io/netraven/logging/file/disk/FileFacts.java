package io.netraven.logging.file.disk;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a look at a path shows.
 *
 * @param key tells this file from every other, or {@code null} where the file system has
 * no such thing
 * @param size size in bytes
 * @param kind what it is
 * @param modified when it last changed
 * @author NetRaven maintainers
 */
public record FileFacts(@Nullable Object key, long size, Kind kind, Instant modified) {

	public FileFacts withoutKey() {
		return new FileFacts(null, this.size, this.kind, this.modified);
	}

	/**
	 * What a path can name.
	 */
	public enum Kind {

		/**
		 * A regular file.
		 */
		REGULAR,

		/**
		 * A folder.
		 */
		FOLDER,

		/**
		 * A FIFO, a socket or a device.
		 */
		OTHER

	}

}
