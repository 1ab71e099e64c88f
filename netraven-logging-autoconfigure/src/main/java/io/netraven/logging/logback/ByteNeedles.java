package io.netraven.logging.logback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Searches bytes for any of several sequences at once, as Wu and Manber do: the last two
 * bytes of a window say how far it can move on. Immutable and thread-safe; a search
 * allocates nothing.
 */
final class ByteNeedles {

	/**
	 * What a search returns if it finds nothing.
	 */
	static final long NOTHING = -1;

	private static final int TABLE = 1 << 13;

	private static final byte[][] NONE = {};

	/**
	 * How many bytes of each needle the tables are made of.
	 */
	private final int window;

	/**
	 * How far the window can move on, by the hash of its last two bytes.
	 */
	private final byte[] shifts = new byte[TABLE];

	/**
	 * Needles whose window ends with two bytes of this hash.
	 */
	private final byte[][][] candidates = new byte[TABLE][][];

	/**
	 * Creates a search.
	 * @param needles what is searched for, of two bytes at least; without any, nothing is
	 * found
	 */
	ByteNeedles(Collection<byte[]> needles) {
		this.window = Math.min(Byte.MAX_VALUE, needles.stream().mapToInt((needle) -> needle.length).min().orElse(0));
		Arrays.fill(this.shifts, (byte) Math.max(0, this.window - 1));
		Arrays.fill(this.candidates, NONE);
		needles.forEach(this::add);
	}

	private void add(byte[] needle) {
		for (int last = 1; last < this.window; last++) {
			int hash = hash(needle[last - 1], needle[last]);
			this.shifts[hash] = (byte) Math.min(this.shifts[hash], this.window - 1 - last);
		}
		int hash = hash(needle[this.window - 2], needle[this.window - 1]);
		List<byte[]> same = new ArrayList<>(List.of(this.candidates[hash]));
		same.add(needle);
		same.sort((one, other) -> other.length - one.length);
		this.candidates[hash] = same.toArray(NONE);
	}

	boolean isEmpty() {
		return this.window == 0;
	}

	/**
	 * Finds the first needle, the longest one at its place.
	 * @param text the bytes to search
	 * @param from where to begin
	 * @return the index of the needle and, in the lower 32 bits, its length, or
	 * {@link #NOTHING}
	 */
	long find(byte[] text, int from) {
		int last = from + this.window - 1;
		while (!isEmpty() && last < text.length) {
			int hash = hash(text[last - 1], text[last]);
			int shift = this.shifts[hash];
			if (shift > 0) {
				last += shift;
			}
			else {
				int start = last - this.window + 1;
				for (byte[] needle : this.candidates[hash]) {
					if (isAt(text, start, needle)) {
						return ((long) start << 32) | needle.length;
					}
				}
				last++;
			}
		}
		return NOTHING;
	}

	private static boolean isAt(byte[] text, int start, byte[] needle) {
		return start + needle.length <= text.length
				&& Arrays.equals(text, start, start + needle.length, needle, 0, needle.length);
	}

	private static int hash(byte first, byte second) {
		return ((first & 0xFF) << 5 ^ (second & 0xFF)) & (TABLE - 1);
	}

}
