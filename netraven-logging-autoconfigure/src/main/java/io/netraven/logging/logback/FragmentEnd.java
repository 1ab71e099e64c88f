package io.netraven.logging.logback;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What ends a line that was cut anywhere, in each charset of Java. A decoder that was
 * left inside a character takes the next bytes for the rest of it, so blanks come before
 * the line feed. A decoder that was left in another state (ISO-2022, EBCDIC with double
 * bytes) has to be brought back before that; if it was left inside a character as well,
 * it takes the first attempt for the rest of that.
 */
final class FragmentEnd {

	/**
	 * Characters that some charset with states encodes in another one than its first.
	 */
	private static final String ELSEWHERE = "\u3042\uac00\u4e2d";

	private static final int LONGEST_REST_OF_A_CHARACTER = 3;

	private FragmentEnd() {
	}

	/**
	 * Returns the bytes that end a fragment.
	 * @param charset a charset
	 * @param lineEnd a line feed in the charset
	 * @return bytes that end with that line feed
	 */
	static byte[] in(Charset charset, byte[] lineEnd) {
		boolean standsForItself = charset.equals(StandardCharsets.UTF_8) || lineEnd.length > 1
				|| charset.newEncoder().maxBytesPerChar() == 1;
		if (standsForItself) {
			return lineEnd;
		}
		byte[] back = wayBack(charset, lineEnd);
		ByteArrayOutputStream end = new ByteArrayOutputStream();
		end.writeBytes(back);
		end.writeBytes(back);
		end.writeBytes(" ".repeat(LONGEST_REST_OF_A_CHARACTER).getBytes(charset));
		end.writeBytes(lineEnd);
		return end.toByteArray();
	}

	/**
	 * Finds the bytes that bring a decoder back to its first state.
	 * @param charset a charset
	 * @param lineEnd a line feed in the charset
	 * @return the bytes; none if the charset has one state only
	 */
	private static byte[] wayBack(Charset charset, byte[] lineEnd) {
		return ELSEWHERE.chars()
			.mapToObj((character) -> lineFeedBehind((char) character, charset))
			.filter((bytes) -> bytes.length > lineEnd.length)
			.map((bytes) -> Arrays.copyOf(bytes, bytes.length - lineEnd.length))
			.findFirst()
			.orElse(new byte[0]);
	}

	private static byte[] lineFeedBehind(char character, Charset charset) {
		CharsetEncoder encoder = charset.newEncoder();
		if (!encoder.canEncode(character)) {
			return new byte[0];
		}
		ByteBuffer bytes = ByteBuffer.allocate(64);
		encoder.reset().encode(CharBuffer.wrap(new char[] { character }), bytes, false);
		int start = bytes.position();
		encoder.encode(CharBuffer.wrap("\n"), bytes, true);
		encoder.flush(bytes);
		return Arrays.copyOfRange(bytes.array(), start, bytes.position());
	}

}
