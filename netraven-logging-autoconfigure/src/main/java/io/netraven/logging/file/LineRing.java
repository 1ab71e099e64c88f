package io.netraven.logging.file;

/**
 * Where the lines that wait stand, by position. A ring of fixed size: {@link #larger}
 * makes another one. Changes under the lock of the {@link WriteQueue}; the holder of the
 * turn reads the entries of its batch without it, because they stay as they are until
 * they have landed.
 *
 * @author NetRaven maintainers
 */
final class LineRing {

	private final Object[] entries;

	/**
	 * How many bytes have been added up to the end of the entry in the same slot. Batches
	 * are cut by these, without a look at the lines, which other cores have in their
	 * caches.
	 */
	private final long[] ends;

	LineRing(int size) {
		this.entries = new Object[size];
		this.ends = new long[size];
	}

	LineRing larger(long head, long tail) {
		LineRing larger = new LineRing(size() * 2);
		for (long position = head + 1; position <= tail; position++) {
			larger.put(position, entry(position), end(position));
		}
		return larger;
	}

	int size() {
		return this.entries.length;
	}

	void put(long position, Object entry, long end) {
		this.entries[slot(position)] = entry;
		this.ends[slot(position)] = end;
	}

	void clear(long position) {
		this.entries[slot(position)] = null;
	}

	Object entry(long position) {
		return this.entries[slot(position)];
	}

	long end(long position) {
		return this.ends[slot(position)];
	}

	private int slot(long position) {
		return (int) (position & (this.entries.length - 1));
	}

}
