package io.netraven.logging.file.archive;

import java.time.Instant;

import io.netraven.logging.file.disk.FileFacts.Kind;

/**
 * What the name of an archive says.
 *
 * @param time when the archive was made
 * @param kind what the file is
 * @author NetRaven maintainers
 */
record ArchiveName(Instant time, Kind kind) {

	ArchiveName compressed() {
		return new ArchiveName(this.time, Kind.COMPRESSED);
	}

	/**
	 * What a file beside the live file is.
	 */
	enum Kind {

		/**
		 * An archive as it was written.
		 */
		PLAIN,

		/**
		 * Reserves the name of an archive that is about to be made.
		 */
		RESERVATION,

		/**
		 * A compressed archive.
		 */
		COMPRESSED,

		/**
		 * A compressed archive that is being made.
		 */
		TEMPORARY

	}

}
