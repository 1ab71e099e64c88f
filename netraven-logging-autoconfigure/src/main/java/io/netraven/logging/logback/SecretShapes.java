package io.netraven.logging.logback;

import java.nio.charset.StandardCharsets;

/**
 * Finds secrets by what stands before them ({@code password=}, {@code "token": "},
 * {@code Bearer }, {@code ://user:}) and by the shape of known tokens. Looks at each byte
 * once, without regular expressions. Thread-safe; allocates only where a name may be that
 * of a secret.
 */
final class SecretShapes {

	private static final int LONGEST_NAME = 64;

	private static final int SHORTEST_TOKEN = 16;

	private static final byte[][] TOKENS = bytes("eyJ", "AKIA", "AIza", "ghp_", "gho_", "ghs_", "ghu_", "ghr_",
			"github_pat_", "glpat-", "xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-", "sk_live_", "rk_live_");

	private static final byte[] BEARER = "Bearer ".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] KEY_BEGINS = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] PRIVATE_KEY = "PRIVATE KEY-----".getBytes(StandardCharsets.US_ASCII);

	private static final byte[] KEY_ENDS = "-----END ".getBytes(StandardCharsets.US_ASCII);

	private final SecretNames names;

	SecretShapes(SecretNames names) {
		this.names = names;
	}

	private static byte[][] bytes(String... texts) {
		byte[][] bytes = new byte[texts.length][];
		for (int i = 0; i < texts.length; i++) {
			bytes[i] = texts[i].getBytes(StandardCharsets.US_ASCII);
		}
		return bytes;
	}

	/**
	 * Finds the next secret.
	 * @param text the bytes to search
	 * @param from where to begin
	 * @return the index of the secret and, in the lower 32 bits, its length, or
	 * {@link ByteNeedles#NOTHING}
	 */
	long find(byte[] text, int from) {
		for (int i = from; i < text.length; i++) {
			int start = switch (text[i]) {
				case '=' -> afterName(text, i);
				case ':' -> afterColon(text, i);
				case 'B' -> startsWith(text, i, BEARER) ? i + BEARER.length : -1;
				case 'e', 'A', 'g', 'x', 's', 'r' -> isToken(text, i) ? i : -1;
				case '-' -> startsWith(text, i, KEY_BEGINS) ? privateKey(text, i) : -1;
				default -> -1;
			};
			int end = (start < 0) ? -1 : (text[i] == '-') ? end(text, start, KEY_ENDS) : endOfValue(text, start);
			if (start >= 0 && end > start && text[start] != Masker.MASKED_BYTE) {
				return ((long) start << 32) | (end - start);
			}
		}
		return ByteNeedles.NOTHING;
	}

	private int afterColon(byte[] text, int colon) {
		boolean url = colon + 2 < text.length && text[colon + 1] == '/' && text[colon + 2] == '/';
		return url ? password(text, colon + 3) : afterName(text, colon);
	}

	private static int password(byte[] text, int from) {
		int start = -1;
		for (int i = from; i < text.length && text[i] > ' ' && text[i] != '/' && text[i] != '"'; i++) {
			if (text[i] == ':' && start < 0) {
				start = i + 1;
			}
			else if (text[i] == '@') {
				return start;
			}
		}
		return -1;
	}

	private int afterName(byte[] text, int separator) {
		int end = separator;
		while (end > 0 && (text[end - 1] == ' ' || isQuote(text[end - 1]))) {
			end--;
		}
		int start = end;
		while (start > 0 && end - start < LONGEST_NAME && isInName(text[start - 1])) {
			start--;
		}
		if (start == end || !this.names.isSecret(new String(text, start, end - start, StandardCharsets.US_ASCII))) {
			return -1;
		}
		int value = separator + 1;
		while (value < text.length && (text[value] == ' ' || isQuote(text[value]))) {
			value++;
		}
		return startsWith(text, value, BEARER) ? value + BEARER.length : value;
	}

	private static boolean isToken(byte[] text, int start) {
		if (start > 0 && isInName(text[start - 1])) {
			return false;
		}
		for (byte[] token : TOKENS) {
			if (startsWith(text, start, token)) {
				return endOfValue(text, start) - start >= token.length + SHORTEST_TOKEN;
			}
		}
		return false;
	}

	private static int privateKey(byte[] text, int begin) {
		int type = begin + KEY_BEGINS.length;
		for (int start = type; start < type + LONGEST_NAME; start++) {
			if (startsWith(text, start, PRIVATE_KEY)) {
				return start + PRIVATE_KEY.length;
			}
		}
		return -1;
	}

	/**
	 * Finds where something begins.
	 * @param text the bytes to search
	 * @param from where to begin
	 * @param what what is searched for
	 * @return its index, or the end of the text
	 */
	private static int end(byte[] text, int from, byte[] what) {
		int end = from;
		while (end < text.length && !startsWith(text, end, what)) {
			end++;
		}
		return end;
	}

	private static int endOfValue(byte[] text, int start) {
		int end = start;
		while (end < text.length && text[end] > ' ' && !isQuote(text[end]) && ",;&)}]<>|@".indexOf(text[end]) < 0) {
			end++;
		}
		return end;
	}

	private static boolean isQuote(byte next) {
		return next == '"' || next == '\'' || next == '\\' || next == '`';
	}

	private static boolean isInName(byte next) {
		return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9')
				|| next == '-' || next == '_' || next == '.';
	}

	private static boolean startsWith(byte[] text, int start, byte[] what) {
		for (int i = 0; i < what.length; i++) {
			if (start + i >= text.length || text[start + i] != what[i]) {
				return false;
			}
		}
		return true;
	}

}
