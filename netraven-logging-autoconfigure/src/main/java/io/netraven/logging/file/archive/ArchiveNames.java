package io.netraven.logging.file.archive;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netraven.logging.file.archive.ArchiveName.Kind;

/**
 * Names of archives: {@code worker.log} is renamed to
 * {@code worker.log.20261122T101530.123Z}, and {@code .gz} is appended when that is
 * compressed. Reservations and temporary files are hidden, and nothing matches
 * {@code *.log}, so that agents read each line once. The time is in UTC, so that names
 * sort by time, and the format is strict, so that no other file is mistaken for an
 * archive. The format of earlier versions, {@code worker-20261122T101530.123Z.log}, is
 * still recognized.
 */
final class ArchiveNames {

	private static final String HIDDEN = ".";

	private static final String COMPRESSED = ".gz";

	private static final String TEMPORARY = ".tmp";

	private static final String TIME_PATTERN = "(\\p{Nd}{8}T\\p{Nd}{6}\\.\\p{Nd}{3}Z)";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT)
		.withZone(ZoneOffset.UTC);

	private final Path folder;

	private final String live;

	private final String stem;

	private final Pattern pattern;

	private final Pattern formerPattern;

	ArchiveNames(Path live) {
		this.live = live.getFileName().toString();
		int dot = this.live.lastIndexOf('.');
		this.folder = live.resolveSibling("");
		this.stem = (dot > 0) ? this.live.substring(0, dot) : this.live;
		String extension = (dot > 0) ? this.live.substring(dot) : "";
		this.pattern = pattern(Pattern.quote(this.live + ".") + TIME_PATTERN);
		this.formerPattern = pattern(Pattern.quote(this.stem + "-") + TIME_PATTERN + Pattern.quote(extension));
	}

	private static Pattern pattern(String archive) {
		return Pattern.compile("(\\.)?" + archive + "(\\.gz(?:\\.[0-9a-f]{8}(?=\\.tmp))?)?(\\.tmp)?");
	}

	Path folder() {
		return this.folder;
	}

	Path archive(Instant time) {
		return this.folder.resolve(this.live + "." + TIME.format(time));
	}

	static Path reservation(Path archive) {
		return archive.resolveSibling(HIDDEN + archive.getFileName() + TEMPORARY);
	}

	static Path compressed(Path archive) {
		return archive.resolveSibling(archive.getFileName() + COMPRESSED);
	}

	static Path temporary(Path archive) {
		return archive.resolveSibling(HIDDEN + archive.getFileName() + COMPRESSED + TEMPORARY);
	}

	/**
	 * Makes up a name for the temporary file in place of {@link #temporary}.
	 * @param archive the archive
	 * @return a path that nobody can foresee
	 */
	static Path unforeseenTemporary(Path archive) {
		return archive.resolveSibling("%s%s%s.%08x%s".formatted(HIDDEN, archive.getFileName(), COMPRESSED,
				ThreadLocalRandom.current().nextInt(), TEMPORARY));
	}

	/**
	 * Returns whether a name looks like that of an archive, even if its date is
	 * impossible.
	 * @param name the name of a file
	 * @return whether it looks like the name of an archive
	 */
	boolean isLookalike(String name) {
		return (name.startsWith(this.stem) || name.startsWith(HIDDEN + this.stem))
				&& (this.pattern.matcher(name).matches() || this.formerPattern.matcher(name).matches());
	}

	/**
	 * Parses the name of an archive.
	 * @param name the name of a file
	 * @return the parsed name, or empty if it is not that of an archive
	 */
	Optional<ArchiveName> parse(String name) {
		return parse(this.pattern.matcher(name), false).or(() -> parse(this.formerPattern.matcher(name), true));
	}

	private static Optional<ArchiveName> parse(Matcher matcher, boolean former) {
		if (!matcher.matches()) {
			return Optional.empty();
		}
		Optional<Kind> kind = kind(matcher.group(1) != null, matcher.group(3) != null, matcher.group(4) != null,
				former);
		try {
			Instant time = TIME.parse(matcher.group(2), Instant::from);
			return kind.map((known) -> new ArchiveName(time, known));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static Optional<Kind> kind(boolean hidden, boolean compressed, boolean temporary, boolean former) {
		if (!hidden && !temporary) {
			return Optional.of((compressed) ? Kind.COMPRESSED : Kind.PLAIN);
		}
		if (temporary && compressed && (hidden || former)) {
			return Optional.of(Kind.TEMPORARY);
		}
		return (hidden && temporary && !former) ? Optional.of(Kind.RESERVATION) : Optional.empty();
	}

}
