package io.netraven.logging.logback;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Recognises names by how they end, in bytes. Case, hyphens, underscores and dots do not
 * matter. Immutable and thread-safe; a look at a name allocates nothing.
 */
final class NameEndings {

	private static final int LETTERS = 128;

	private static final byte[][] NONE = {};

	/**
	 * The endings, by their last letter.
	 */
	private final byte[][][] endings = new byte[LETTERS][][];

	/**
	 * Creates an instance.
	 * @param endings lower case endings without hyphens, underscores and dots
	 */
	NameEndings(Collection<String> endings) {
		Arrays.fill(this.endings, NONE);
		for (String ending : endings) {
			byte[] bytes = ending.getBytes(StandardCharsets.US_ASCII);
			if (bytes.length > 0) {
				int last = bytes[bytes.length - 1];
				byte[][] longer = Arrays.copyOf(this.endings[last], this.endings[last].length + 1);
				longer[longer.length - 1] = bytes;
				this.endings[last] = longer;
			}
		}
	}

	/**
	 * Returns whether a name ends with one of the endings.
	 * @param text has the name
	 * @param from where the name begins
	 * @param to where it ends, exclusive
	 * @return whether it does
	 */
	boolean match(byte[] text, int from, int to) {
		int last = to - 1;
		while (last >= from && isSeparator(text[last])) {
			last--;
		}
		if (last < from || text[last] < 0) {
			return false;
		}
		for (byte[] ending : this.endings[lowerCase(text[last])]) {
			if (endsWith(text, from, last, ending)) {
				return true;
			}
		}
		return false;
	}

	private static boolean endsWith(byte[] text, int from, int last, byte[] ending) {
		int missing = ending.length;
		for (int i = last; i >= from && missing > 0; i--) {
			if (lowerCase(text[i]) == ending[missing - 1]) {
				missing--;
			}
			else if (!isSeparator(text[i])) {
				return false;
			}
		}
		return missing == 0;
	}

	private static int lowerCase(byte letter) {
		return (letter >= 'A' && letter <= 'Z') ? letter + ('a' - 'A') : letter;
	}

	static boolean isSeparator(int character) {
		return character == '-' || character == '_' || character == '.';
	}

}
