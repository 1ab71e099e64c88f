package io.netraven.logging.logback;

import java.nio.charset.StandardCharsets;

/**
 * Bytes that are looked at as ASCII text, without making a string of them.
 */
final class AsciiText {

	private AsciiText() {
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

	static boolean startsWith(byte[] text, int start, byte[] what) {
		for (int i = 0; i < what.length; i++) {
			if (start + i >= text.length || text[start + i] != what[i]) {
				return false;
			}
		}
		return true;
	}

	/**
	 * Finds where something begins.
	 * @param text the bytes to search
	 * @param from where to begin
	 * @param what what is searched for
	 * @return its index, or the end of the text
	 */
	static int find(byte[] text, int from, byte[] what) {
		int start = from;
		while (start < text.length && !startsWith(text, start, what)) {
			start++;
		}
		return start;
	}

	/**
	 * Finds where a value ends that is not quoted, or quoted without blanks.
	 * @param text the bytes to search
	 * @param start where it begins
	 * @return the index after its last byte
	 */
	static int endOfValue(byte[] text, int start) {
		int end = start;
		while (end < text.length && text[end] > ' ' && !isQuote(text[end]) && ",;&)}]<>|@".indexOf(text[end]) < 0) {
			end++;
		}
		return end;
	}

	static boolean isQuote(byte next) {
		return next == '"' || next == '\'' || next == '\\' || next == '`';
	}

	static boolean isInName(byte next) {
		return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9')
				|| next == '-' || next == '_' || next == '.';
	}

}
