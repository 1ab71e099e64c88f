package io.netraven.logging.file;

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
record FileFacts(@Nullable Object key, long size, Kind kind, Instant modified) {

	FileFacts withoutKey() {
		return new FileFacts(null, this.size, this.kind, this.modified);
	}

	/**
	 * What a path can name.
	 */
	enum Kind {

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
