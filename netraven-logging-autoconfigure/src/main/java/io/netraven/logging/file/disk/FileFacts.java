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
 * @param links how many names it has, or 1 where the file system does not tell
 * @author NetRaven maintainers
 */
public record FileFacts(@Nullable Object key, long size, Kind kind, Instant modified, int links) {

	public FileFacts(@Nullable Object key, long size, Kind kind, Instant modified) {
		this(key, size, kind, modified, 1);
	}

	public FileFacts withoutKey() {
		return new FileFacts(null, this.size, this.kind, this.modified, this.links);
	}

	/**
	 * Returns whether this is a regular file that has no other name.
	 * @return whether nobody finds this file in another place
	 */
	public boolean isPlain() {
		return this.kind == Kind.REGULAR && this.links <= 1;
	}

	/**
	 * Returns whether both are the same file. Where the file system has no keys, two
	 * regular files at the same path are taken for the same.
	 * @param other what another look has shown
	 * @return whether they are the same
	 */
	public boolean isSameFileAs(FileFacts other) {
		return this.kind == other.kind && ((this.key != null) ? this.key.equals(other.key) : other.key == null);
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
		 * A symbolic link that was not followed.
		 */
		LINK,

		/**
		 * A FIFO, a socket or a device.
		 */
		OTHER

	}

}
