package io.netraven.logging.file.disk;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The attributes of a file, as found by one look at a path.
 *
 * @param key identifies the file among all others; {@code null} if the file system has no
 * file keys
 * @param size size in bytes
 * @param kind kind of file
 * @param modified when its content was last modified
 * @param links number of hard links, or 1 if the file system does not report it
 * @param owner owner, group and mode, or {@code null} if the file system has none
 */
public record FileFacts(@Nullable Object key, long size, Kind kind, Instant modified, int links,
		@Nullable Ownership owner) {

	public FileFacts(@Nullable Object key, long size, Kind kind, Instant modified) {
		this(key, size, kind, modified, 1, null);
	}

	public FileFacts withoutKey() {
		return new FileFacts(null, this.size, this.kind, this.modified, this.links, this.owner);
	}

	/**
	 * Returns whether this is a regular file with a single name.
	 * @return whether the file has no other hard link
	 */
	public boolean isPlain() {
		return this.kind == Kind.REGULAR && this.links <= 1;
	}

	/**
	 * Returns whether both looks have found the same file. Without file keys, two files
	 * of the same kind at the same path are considered the same.
	 * @param other the facts of another look
	 * @return whether it is the same file
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
