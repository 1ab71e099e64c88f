package io.netraven.logging.file.live;

import java.util.Arrays;

/**
 * The bytes that end each record of a file, in the charset of the file.
 *
 * @param bytes a line feed without a byte order mark; as long as a code unit of the
 * charset
 * @param fragmentEnd what ends a record that was cut anywhere
 */
public record LineEnd(byte[] bytes, byte[] fragmentEnd) {

	boolean isAtEndOf(byte[] tail) {
		int start = tail.length - this.bytes.length;
		return start >= 0 && Arrays.equals(tail, start, tail.length, this.bytes, 0, this.bytes.length);
	}

	int length() {
		return this.bytes.length;
	}

	/**
	 * Returns the bytes that end a fragment. If it stops inside a code unit of the
	 * charset, zeros come first, so that all later code units are aligned.
	 * @param size the size of the file in bytes
	 * @return the bytes to append
	 */
	byte[] afterFragment(long size) {
		int missing = (int) ((this.bytes.length - size % this.bytes.length) % this.bytes.length);
		byte[] end = new byte[missing + this.fragmentEnd.length];
		System.arraycopy(this.fragmentEnd, 0, end, missing, this.fragmentEnd.length);
		return end;
	}

	/**
	 * Finds the last line end in a text.
	 * @param text the text, which begins with a code unit of the charset
	 * @return the index behind it, or 0 if there is none
	 */
	int behindLastIn(byte[] text) {
		int length = this.bytes.length;
		for (int end = text.length / length * length; end > 0; end -= length) {
			if (Arrays.equals(text, end - length, end, this.bytes, 0, length)) {
				return end;
			}
		}
		return 0;
	}

	/**
	 * Counts the line ends in a text.
	 * @param text the text
	 * @param length how many bytes of it are looked at
	 * @return their number
	 */
	int countIn(byte[] text, int length) {
		int count = 0;
		for (int end = this.bytes.length; end <= length; end++) {
			if (Arrays.equals(text, end - this.bytes.length, end, this.bytes, 0, this.bytes.length)) {
				count++;
			}
		}
		return count;
	}

}
