package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;

import io.netraven.logging.file.RotationSettings.Period;

/**
 * Decides when the live file is archived, and renames it. Used by the file thread.
 *
 * @author NetRaven maintainers
 */
final class Rotation {

	private final RotationSettings settings;

	private final Set<PosixFilePermission> permissions;

	private final ArchiveFolder folder;

	private final Clock clock;

	/**
	 * The day whose lines the live file holds.
	 */
	private LocalDate day;

	Rotation(RotationSettings settings, Set<PosixFilePermission> permissions, ArchiveFolder folder, Clock clock) {
		this.settings = settings;
		this.permissions = permissions;
		this.folder = folder;
		this.clock = clock;
		this.day = LocalDate.now(clock);
	}

	/**
	 * Whether a file that was not opened yet is too large or of an earlier day.
	 * @param found what is there
	 * @return whether to archive it first
	 */
	boolean isDueBeforeOpening(FileFacts found) {
		this.day = LocalDate.ofInstant(found.modified(), this.clock.getZone());
		return isDue(found);
	}

	boolean isDue(FileFacts live) {
		return this.settings.enabled() && live.size() > 0 && (live.size() >= this.settings.maxFileSize() || isNewDay());
	}

	private boolean isNewDay() {
		return this.settings.period() == Period.DAILY && LocalDate.now(this.clock).isAfter(this.day);
	}

	/**
	 * Note that a new live file begins now.
	 */
	void begin() {
		this.day = LocalDate.now(this.clock);
	}

	long limit() {
		return (this.settings.enabled()) ? this.settings.maxFileSize() : Long.MAX_VALUE;
	}

	Path archive(Path live) throws IOException {
		return this.folder.archive(live, this.clock.instant(), this.permissions);
	}

}
