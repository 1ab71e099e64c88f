package io.netraven.logging.file.archive;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netraven.logging.file.archive.ArchiveName.Kind;

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
		.withResolverStyle(ResolverStyle.STRICT)
		.withZone(ZoneOffset.UTC);

	private final Path folder;

	private final String stem;

	private final String extension;

	private final Pattern pattern;

	ArchiveNames(Path live) {
		String name = live.getFileName().toString();
		int dot = name.lastIndexOf('.');
		this.folder = live.resolveSibling("");
		this.stem = (dot > 0) ? name.substring(0, dot) : name;
		this.extension = (dot > 0) ? name.substring(dot) : "";
		this.pattern = Pattern.compile(Pattern.quote(this.stem) + "-(\\p{Nd}{8}T\\p{Nd}{6}\\.\\p{Nd}{3}Z)"
				+ Pattern.quote(this.extension) + "(\\.gz)?(\\.tmp)?");
	}

	Path folder() {
		return this.folder;
	}

	Path archive(Instant time) {
		return this.folder.resolve(this.stem + "-" + TIME.format(time) + this.extension);
	}

	static Path compressed(Path archive) {
		return archive.resolveSibling(archive.getFileName() + COMPRESSED);
	}

	static Path temporary(Path archive) {
		return archive.resolveSibling(archive.getFileName() + COMPRESSED + TEMPORARY);
	}

	/**
	 * Returns whether a name looks like that of an archive, be its date possible or not.
	 * @param name the name of a file
	 * @return whether it looks like one
	 */
	boolean isLookalike(String name) {
		return name.startsWith(this.stem) && this.pattern.matcher(name).matches();
	}

	/**
	 * Reads the name of an archive.
	 * @param name the name of a file
	 * @return what the name says, or nothing if no archive is called so
	 */
	Optional<ArchiveName> parse(String name) {
		Matcher matcher = this.pattern.matcher(name);
		if (!matcher.matches() || (matcher.group(2) == null && matcher.group(3) != null)) {
			return Optional.empty();
		}
		try {
			return Optional.of(new ArchiveName(TIME.parse(matcher.group(1), Instant::from),
					kind(matcher.group(2) != null, matcher.group(3) != null)));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static Kind kind(boolean compressed, boolean temporary) {
		if (temporary) {
			return Kind.TEMPORARY;
		}
		return (compressed) ? Kind.COMPRESSED : Kind.PLAIN;
	}

}
