package io.netraven.logging.file.live;

import java.util.Arrays;

/**
 * What ends each record of a file, in the charset of the file.
 *
 * @param bytes a line feed as it stands behind other text; as long as one unit of the
 * charset
 * @author NetRaven maintainers
 */
public record LineEnd(byte[] bytes) {

	boolean isAtEndOf(byte[] tail) {
		int start = tail.length - this.bytes.length;
		return start >= 0 && Arrays.equals(tail, start, tail.length, this.bytes, 0, this.bytes.length);
	}

	int length() {
		return this.bytes.length;
	}

	/**
	 * Returns what ends a fragment. It may stop inside a unit of the charset: then zeros
	 * come first, so that all units behind it are whole.
	 * @param size the size of the file in bytes
	 * @return the bytes to append
	 */
	byte[] afterFragment(long size) {
		int missing = (int) ((this.bytes.length - size % this.bytes.length) % this.bytes.length);
		byte[] end = new byte[missing + this.bytes.length];
		System.arraycopy(this.bytes, 0, end, missing, this.bytes.length);
		return end;
	}

}
