package io.netraven.logging.file.live;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PartialWrite}.
 */
class PartialWriteTests {

	@ParameterizedTest
	@CsvSource({ "'', 0, true", "one|tw, 6, true", "one|two|, 8, true", "peer|, 0, false", "peer|one|t, 5, true",
			"one|tpeer|, 5, false", "oneone|two|, 8, true", "one|one|tw, 6, true", "oone|peer|one|, 4, true" })
	void findsTheLongestBeginning(String grown, int bytes, boolean last) {
		PartialWrite landed = PartialWrite.in(bytes(grown), bytes("one|two|"));
		assertThat(landed.bytes()).isEqualTo(bytes);
		assertThat(landed.last()).isEqualTo(last);
	}

	@Test
	void agreesWithASimpleSearch() {
		Random random = new Random(42);
		for (int i = 0; i < 20_000; i++) {
			String batch = text(random, 1 + random.nextInt(8));
			String grown = text(random, random.nextInt(20));
			assertThat(PartialWrite.in(bytes(grown), bytes(batch)).bytes()).as("%s in %s", batch, grown)
				.isEqualTo(longest(grown, batch));
		}
	}

	private static int longest(String grown, String batch) {
		int length = batch.length();
		while (!grown.contains(batch.substring(0, length))) {
			length--;
		}
		return length;
	}

	private static String text(Random random, int length) {
		return random.ints(length, 'a', 'c')
			.collect(StringBuilder::new, (text, next) -> text.append((char) next), StringBuilder::append)
			.toString();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
