package io.netraven.logging.file.archive;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.netraven.logging.file.ArchivedFile;
import org.jspecify.annotations.Nullable;

/**
 * The archives that one pass over the folder has found, kept up to date since then. The
 * sum of sizes is exact, but only the oldest archives of each kind are held. Thread-safe.
 */
final class ArchiveListing {

	private final OldestArchives complete = new OldestArchives();

	private final OldestArchives compressible = new OldestArchives();

	private final OldestArchives leftovers = new OldestArchives();

	private long totalSize;

	private int count;

	private int strangers;

	private @Nullable Archive newest;

	/**
	 * Adds an archive, unless it is already present.
	 * @param archive the archive
	 */
	synchronized void add(Archive archive) {
		if (this.complete.holds(archive) || (this.newest != null && archive.compareTo(this.newest) == 0)) {
			return;
		}
		this.totalSize += archive.size();
		if (archive.isLeftover()) {
			this.leftovers.add(archive);
			return;
		}
		this.count++;
		this.complete.add(archive);
		if (archive.isCompressible()) {
			this.compressible.add(archive);
		}
		if (this.newest == null || archive.compareTo(this.newest) > 0) {
			this.newest = archive;
		}
	}

	/**
	 * Counts a file that looks like an archive but does not belong to this log file.
	 */
	synchronized void addStranger() {
		this.strangers++;
	}

	synchronized void remove(Archive archive) {
		boolean held = this.complete.remove(archive);
		this.count -= (held) ? 1 : 0;
		held |= this.compressible.remove(archive);
		held |= this.leftovers.remove(archive);
		if (held) {
			this.totalSize -= archive.size();
		}
	}

	synchronized long totalSize() {
		return this.totalSize;
	}

	/**
	 * Returns how many archives there are, whether held or not. Leftovers do not count.
	 * @return the number of archives
	 */
	synchronized int count() {
		return this.count;
	}

	synchronized int strangers() {
		return this.strangers;
	}

	@Nullable synchronized Archive newest() {
		return this.newest;
	}

	synchronized Instant newestTime() {
		return (this.newest != null) ? this.newest.name().time() : Instant.MIN;
	}

	/**
	 * Returns the newest of the archives that are held.
	 * @param most how many at most
	 * @return the archives, the newest first
	 */
	synchronized List<ArchivedFile> newestFirst(int most) {
		return this.complete.newestFirst().limit(most).map(Archive::asWord).toList();
	}

	synchronized List<Archive> complete() {
		return this.complete.inOrder();
	}

	synchronized List<Archive> compressible() {
		return this.compressible.inOrder();
	}

	synchronized List<Archive> leftovers() {
		return this.leftovers.inOrder();
	}

	synchronized Stream<Archive> held() {
		return Stream.of(this.complete, this.compressible, this.leftovers)
			.flatMap((archives) -> archives.inOrder().stream())
			.distinct();
	}

	/**
	 * Returns whether there were more archives of some kind than are held.
	 * @return whether another pass will find more work
	 */
	synchronized boolean isIncomplete() {
		return this.complete.isIncomplete() || this.compressible.isIncomplete() || this.leftovers.isIncomplete();
	}

}
