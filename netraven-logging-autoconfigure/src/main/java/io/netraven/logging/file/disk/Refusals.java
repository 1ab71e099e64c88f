package io.netraven.logging.file.disk;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The optional calls that the file system refuses at present, see {@link Refinements}.
 * Thread-safe.
 */
final class Refusals {

	static final String MODE = "the mode of new files (chmod)";

	static final String LOCK = "locks";

	static final String SYNC = "syncing (fsync)";

	private final Set<String> refused = new ConcurrentSkipListSet<>();

	void refused(String what) {
		this.refused.add(what);
	}

	void granted(String what) {
		this.refused.remove(what);
	}

	List<String> all() {
		return List.copyOf(this.refused);
	}

}
