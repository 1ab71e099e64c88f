package io.netraven.logging.file.archive;

import java.time.Instant;

import io.netraven.logging.file.disk.FileFacts.Kind;

/**
 * The parsed name of an archive.
 *
 * @param time when the live file was archived
 * @param kind kind of file
 */
record ArchiveName(Instant time, Kind kind) {

	ArchiveName compressed() {
		return new ArchiveName(this.time, Kind.COMPRESSED);
	}

	/**
	 * Kinds of files beside the live file.
	 */
	enum Kind {

		/**
		 * An archive that is not compressed.
		 */
		PLAIN,

		/**
		 * A file that reserves the name of an archive until the live file is renamed.
		 */
		RESERVATION,

		/**
		 * A compressed archive.
		 */
		COMPRESSED,

		/**
		 * A compressed archive that is being written.
		 */
		TEMPORARY

	}

}
