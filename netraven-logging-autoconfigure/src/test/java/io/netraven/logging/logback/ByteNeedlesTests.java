package io.netraven.logging.logback;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link ByteNeedles} against {@link String#indexOf}.
 */
class ByteNeedlesTests {

	@Test
	void findsWhatASimpleSearchFinds() {
		Random random = new Random(7);
		for (int i = 0; i < 20_000; i++) {
			String[] needles = Stream.generate(() -> text(random, 2 + random.nextInt(6)))
				.limit(1 + random.nextInt(4))
				.toArray(String[]::new);
			String text = text(random, random.nextInt(60));
			int from = random.nextInt(text.length() + 1);
			assertThat(find(text, from, needles)).as("%s in %s from %d", List.of(needles), text, from)
				.isEqualTo(expected(text, from, needles));
		}
	}

	@Test
	void needleMayBeLongerThanTheWindow() {
		String needle = "0123456789".repeat(30);
		assertThat(find("x" + needle, 0, needle)).isEqualTo((1L << 32) | 300);
		assertThat(find("x" + needle.substring(0, 299), 0, needle)).isEqualTo(ByteNeedles.NOTHING);
	}

	@Test
	void nothingIsFoundWithoutNeedles() {
		assertThat(new ByteNeedles(List.of()).isEmpty()).isTrue();
		assertThat(find("text", 0)).isEqualTo(ByteNeedles.NOTHING);
		assertThat(new ByteNeedles(List.of(new byte[2])).isEmpty()).isFalse();
	}

	@Test
	void bytesAboveAsciiAreFound() {
		assertThat(find("\u00e9\u00ff\u00e9\u00fe", 0, "\u00e9\u00fe")).isEqualTo((4L << 32) | 4);
	}

	private static long find(String text, int from, String... needles) {
		return new ByteNeedles(Stream.of(needles).map(ByteNeedlesTests::bytes).toList()).find(bytes(text), from);
	}

	private static long expected(String text, int from, String... needles) {
		long best = ByteNeedles.NOTHING;
		for (int i = from; i < text.length() && best == ByteNeedles.NOTHING; i++) {
			for (String needle : needles) {
				if (text.startsWith(needle, i) && (best == ByteNeedles.NOTHING || needle.length() > (int) best)) {
					best = ((long) i << 32) | needle.length();
				}
			}
		}
		return best;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String text(Random random, int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append((char) ('a' + random.nextInt(3)));
		}
		return text.toString();
	}

}
