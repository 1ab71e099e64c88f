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

	private static final byte[] BEARER = AsciiText.bytes("Bearer ");

	private static final byte[] KEY_BEGINS = AsciiText.bytes("-----BEGIN ");

	private static final byte[] PRIVATE_KEY = AsciiText.bytes("PRIVATE KEY-----");

	private static final byte[] KEY_ENDS = AsciiText.bytes("-----END ");

	/**
	 * The bytes at which a secret or what stands before it may begin.
	 */
	private static final boolean[] STARTS = starts();

	private final SecretNames names;

	SecretShapes(SecretNames names) {
		this.names = names;
	}

	private static boolean[] starts() {
		boolean[] starts = new boolean[256];
		"=:-B".chars().forEach((start) -> starts[start] = true);
		TokenPrefixes.mark(starts);
		return starts;
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
			int start = (STARTS[text[i] & 0xFF]) ? secret(text, i) : -1;
			if (start >= 0) {
				int end = (text[i] == '-') ? AsciiText.find(text, start, KEY_ENDS) : AsciiText.endOfValue(text, start);
				if (end > start && text[start] != Masker.MASKED_BYTE) {
					return ((long) start << 32) | (end - start);
				}
			}
		}
		return ByteNeedles.NOTHING;
	}

	private int secret(byte[] text, int i) {
		return switch (text[i]) {
			case '=' -> afterName(text, i);
			case ':' -> afterColon(text, i);
			case 'B' -> AsciiText.startsWith(text, i, BEARER) ? i + BEARER.length : -1;
			case '-' -> AsciiText.startsWith(text, i, KEY_BEGINS) ? privateKey(text, i) : -1;
			default -> TokenPrefixes.isTokenAt(text, i) ? i : -1;
		};
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
		while (end > 0 && (text[end - 1] == ' ' || AsciiText.isQuote(text[end - 1]))) {
			end--;
		}
		if (!this.names.mayBeSecret(text, Math.max(0, end - LONGEST_NAME), end)) {
			return -1;
		}
		int start = end;
		while (start > 0 && end - start < LONGEST_NAME && AsciiText.isInName(text[start - 1])) {
			start--;
		}
		if (!this.names.isSecret(new String(text, start, end - start, StandardCharsets.US_ASCII))) {
			return -1;
		}
		int value = separator + 1;
		while (value < text.length && (text[value] == ' ' || AsciiText.isQuote(text[value]))) {
			value++;
		}
		return AsciiText.startsWith(text, value, BEARER) ? value + BEARER.length : value;
	}

	private static int privateKey(byte[] text, int begin) {
		int type = begin + KEY_BEGINS.length;
		for (int start = type; start < type + LONGEST_NAME; start++) {
			if (AsciiText.startsWith(text, start, PRIVATE_KEY)) {
				return start + PRIVATE_KEY.length;
			}
		}
		return -1;
	}

}
