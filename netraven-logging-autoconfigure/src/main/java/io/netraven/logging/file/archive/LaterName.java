package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import io.netraven.logging.file.archive.ArchiveName.Kind;
import io.netraven.logging.file.disk.FileFacts;

/**
 * Gives an archive a later name where something else has the name of its compressed file.
 * It stays before the next archive. Used by the archive thread.
 */
final class LaterName {

	private static final int ATTEMPTS = 10;

	/**
	 * By how much a name may differ from the time of the rotation. Nobody can take all of
	 * these names in advance.
	 */
	private static final Duration FURTHEST = Duration.ofSeconds(1);

	private final FileActs acts;

	private final ArchiveNames names;

	private final ArchiveTimes times;

	private final NewArchives newArchives;

	private final UsedSpace space;

	private final Retention retention;

	LaterName(FileActs acts, ArchiveNames names, ArchiveTimes times, NewArchives newArchives, UsedSpace space,
			Retention retention) {
		this.acts = acts;
		this.names = names;
		this.times = times;
		this.newArchives = newArchives;
		this.space = space;
		this.retention = retention;
	}

	/**
	 * Renames an archive, if there is a name for it.
	 * @param archive the archive
	 * @return whether it has another name now
	 * @throws IOException if it cannot be renamed
	 */
	boolean take(Archive archive) throws IOException {
		long free = millisToTheNext(archive) - 1;
		for (int attempt = 0; attempt < ATTEMPTS && free > 0; attempt++) {
			Instant time = archive.name().time().plusMillis(1 + ThreadLocalRandom.current().nextLong(free));
			if (rename(archive, time)) {
				return true;
			}
		}
		return false;
	}

	private long millisToTheNext(Archive archive) throws IOException {
		ArchiveListing known = this.space.known();
		Instant time = archive.name().time();
		Instant end = Stream.concat(known.held(), Stream.ofNullable(known.newest()))
			.map((other) -> other.name().time())
			.filter((other) -> other.isAfter(time))
			.min(Comparator.naturalOrder())
			.orElse(Instant.MAX);
		return (end.isAfter(time.plus(FURTHEST))) ? FURTHEST.toMillis() : Duration.between(time, end).toMillis();
	}

	private boolean rename(Archive archive, Instant time) throws IOException {
		FileFacts there = this.acts.look(archive.path());
		if (there == null || !there.isSameFileAs(archive.facts())) {
			return false;
		}
		this.times.note(time);
		Path path = this.names.archive(time);
		if (!this.newArchives.rename(archive.path(), there, path)) {
			return false;
		}
		this.retention.renamed(archive, new Archive(path, new ArchiveName(time, Kind.PLAIN), there, false));
		return true;
	}

}
