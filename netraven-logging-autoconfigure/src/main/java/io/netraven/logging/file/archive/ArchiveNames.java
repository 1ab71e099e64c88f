package io.netraven.logging.file.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of archives: {@code worker.log} becomes {@code worker-20261122T101530.123Z.log},
 * and {@code .gz} is added when it is compressed. The time is in UTC, so that names sort
 * by time, and the format is strict, so that no other file is taken for an archive.
 *
 * @author NetRaven maintainers
 */
final class ArchiveNames {

	private static final String COMPRESSED = ".gz";

	private static final String TEMPORARY = ".tmp";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private final Path folder;

	private final String stem;

	private final String extension;

	private final Pattern archive;

	ArchiveNames(Path live) {
		String name = live.getFileName().toString();
		int dot = name.lastIndexOf('.');
		this.folder = live.resolveSibling("");
		this.stem = (dot > 0) ? name.substring(0, dot) : name;
		this.extension = (dot > 0) ? name.substring(dot) : "";
		this.archive = Pattern.compile(Pattern.quote(this.stem) + "-\\d{8}T\\d{6}\\.\\d{3}Z"
				+ Pattern.quote(this.extension) + "(\\.gz(\\.tmp)?)?");
	}

	Path archive(Instant time) {
		return this.folder.resolve(this.stem + "-" + TIME.format(time) + this.extension);
	}

	Path folder() {
		return this.folder;
	}

	boolean isOurs(String name) {
		return this.archive.matcher(name).matches();
	}

	/**
	 * Returns the time in the name of an archive.
	 * @param name the name of an archive
	 * @return when the archive was made
	 */
	Instant time(String name) {
		int from = this.stem.length() + 1;
		return TIME.parse(name.substring(from, name.indexOf('Z', from) + 1), Instant::from);
	}

	static boolean isTemporary(String name) {
		return name.endsWith(TEMPORARY);
	}

	static boolean isCompressed(String name) {
		return name.endsWith(COMPRESSED);
	}

	static Path compressed(Path archive) {
		return archive.resolveSibling(archive.getFileName() + COMPRESSED);
	}

	static Path temporary(Path archive) {
		return archive.resolveSibling(archive.getFileName() + COMPRESSED + TEMPORARY);
	}

}
