package io.netraven.logging.file.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import io.netraven.logging.file.FaultyOperations;
import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.buffer.PendingLines;
import io.netraven.logging.file.disk.OpenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PartialWrite}.
 */
class PartialWriteTests {

	private static final LineEnd BAR = new LineEnd(bytes("|"), bytes("|"));

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "'', 0, true", "one|tw, 6, true", "one|two|, 8, true", "peer|, 0, false", "peer|one|t, 5, true",
			"one|tpeer|, 5, false", "oneone|two|, 8, true", "one|one|tw, 6, true", "oone|peer|one|, 4, true" })
	void findsTheLongestBeginning(String grown, int bytes, boolean last) {
		PartialWrite landed = PartialWrite.in(bytes(grown), bytes("one|two|"));
		assertThat(landed.bytes()).isEqualTo(bytes);
		assertThat(landed.last()).isEqualTo(last);
	}

	@ParameterizedTest
	@CsvSource({ "'est|', 4", "'est|peer|', 0", "'est|two|peer|', 8", "'peer|est|two|thr', 11", "'west|peer|', 0",
			"'est|two|three|peer|', 14" })
	void restOfALineIsCertainWithAWholeLineBehindIt(String grown, int bytes) throws IOException {
		Path path = Files.writeString(this.folder.resolve("worker.log"), "t" + grown);
		OpenFile file = new FaultyOperations().open(path, null);
		assertThat(PartialWrite.of(batchBehindTheFirstByte(), file, 1, BAR).bytes()).isEqualTo(bytes);
		file.close();
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

	private static Batch batchBehindTheFirstByte() {
		PendingLines pending = new PendingLines(1000);
		for (String line : List.of("test|", "two|", "three|")) {
			pending.add(bytes(line));
		}
		pending.removePart(1);
		Batch batch = new Batch();
		pending.fill(batch);
		batch.assemble((gap) -> new byte[0]);
		return batch;
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
