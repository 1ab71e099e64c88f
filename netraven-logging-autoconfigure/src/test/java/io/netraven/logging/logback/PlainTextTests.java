package io.netraven.logging.logback;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PlainText}.
 */
class PlainTextTests {

	@Test
	void everyByteIsJudgedAtEveryPlace() {
		for (int length = 1; length <= 20; length++) {
			for (int place = 0; place < length; place++) {
				for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
					byte[] record = "a line of plain text".substring(0, length).getBytes(StandardCharsets.US_ASCII);
					record[place] = (byte) value;
					assertThat(PlainText.isLine(record)).as("%d at %d of %d", value, place, length)
						.isEqualTo(isPrintable(value) || (value == '\n' && place == length - 1));
				}
			}
		}
	}

	@Test
	void agreesWithALookAtEachByte() {
		Random random = new Random(42);
		for (int i = 0; i < 100_000; i++) {
			byte[] record = random.ints(1 + random.nextInt(40), 0x1F, 0x81)
				.collect(StringBuilder::new, (text, next) -> text.append((char) next), StringBuilder::append)
				.toString()
				.getBytes(StandardCharsets.ISO_8859_1);
			boolean plain = true;
			for (byte next : record) {
				plain &= isPrintable(next);
			}
			assertThat(PlainText.isLine(record)).isEqualTo(plain);
		}
	}

	private static boolean isPrintable(int value) {
		return value == '\t' || (value >= 0x20 && value < 0x7F);
	}

}
