package io.netraven.logging.logback;

import java.util.stream.Stream;

/**
 * Recognises tokens of well-known services by how they begin.
 */
final class TokenPrefixes {

	private static final int SHORTEST_REST = 16;

	private static final byte[][] PREFIXES = Stream
		.of("eyJ", "AKIA", "AIza", "ghp_", "gho_", "ghs_", "ghu_", "ghr_", "github_pat_", "glpat-", "xoxa-", "xoxb-",
				"xoxp-", "xoxr-", "xoxs-", "sk_live_", "rk_live_")
		.map(AsciiText::bytes)
		.toArray(byte[][]::new);

	private TokenPrefixes() {
	}

	/**
	 * Marks the first byte of each prefix.
	 * @param starts a flag for each byte
	 */
	static void mark(boolean[] starts) {
		for (byte[] prefix : PREFIXES) {
			starts[prefix[0]] = true;
		}
	}

	static boolean isTokenAt(byte[] text, int start) {
		if (start > 0 && AsciiText.isInName(text[start - 1])) {
			return false;
		}
		for (byte[] prefix : PREFIXES) {
			if (AsciiText.startsWith(text, start, prefix)) {
				return AsciiText.endOfValue(text, start) - start >= prefix.length + SHORTEST_REST;
			}
		}
		return false;
	}

}
