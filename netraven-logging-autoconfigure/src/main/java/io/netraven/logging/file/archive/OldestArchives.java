package io.netraven.logging.file.archive;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The oldest of any number of archives. The number that is held is bounded, so that a
 * folder with a million files does not fill the heap. Not thread-safe.
 */
final class OldestArchives {

	static final int MOST = 1000;

	private final TreeSet<Archive> archives = new TreeSet<>();

	/**
	 * The oldest archive that is not held, or {@code null} if all are.
	 */
	private @Nullable Archive cut;

	void add(Archive archive) {
		if (this.cut != null && archive.compareTo(this.cut) >= 0) {
			return;
		}
		this.archives.add(archive);
		if (this.archives.size() > MOST) {
			this.cut = this.archives.pollLast();
		}
	}

	boolean holds(Archive archive) {
		return this.archives.contains(archive);
	}

	boolean remove(Archive archive) {
		return this.archives.remove(archive);
	}

	/**
	 * Returns whether there were more archives than are held.
	 * @return whether the folder has to be read again once these are dealt with
	 */
	boolean isIncomplete() {
		return this.cut != null;
	}

	Stream<Archive> newestFirst() {
		return this.archives.descendingSet().stream();
	}

	List<Archive> inOrder() {
		return List.copyOf(this.archives);
	}

}
