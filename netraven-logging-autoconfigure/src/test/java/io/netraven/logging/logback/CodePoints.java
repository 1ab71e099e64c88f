package io.netraven.logging.logback;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * The code points of Unicode, lone surrogates included. Which of them are forbidden in
 * the file is written down here once more, not asked of the code.
 */
final class CodePoints {

	private static final int[][] FORBIDDEN = { { 0x00, 0x08 }, { 0x0A, 0x1F }, { 0x7F, 0x9F }, { 0x2028, 0x2029 },
			{ 0x202A, 0x202E }, { 0x2066, 0x2069 }, { 0xFEFF, 0xFEFF }, { 0xE0000, 0xE007F } };

	private CodePoints() {
	}

	static void every(IntConsumer test) {
		IntStream.rangeClosed(0, Character.MAX_CODE_POINT).forEach(test);
	}

	/**
	 * Tests the forbidden ones, their neighbours, and each twentieth other.
	 * @param test the test of one
	 */
	static void interesting(IntConsumer test) {
		every((codePoint) -> {
			if (codePoint % 20 == 0 || isForbidden(codePoint - 1) || isForbidden(codePoint)
					|| isForbidden(codePoint + 1)) {
				test.accept(codePoint);
			}
		});
	}

	static boolean isForbidden(int codePoint) {
		for (int[] range : FORBIDDEN) {
			if (codePoint >= range[0] && codePoint <= range[1]) {
				return true;
			}
		}
		return false;
	}

}
