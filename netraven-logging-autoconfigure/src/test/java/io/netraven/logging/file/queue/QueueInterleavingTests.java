package io.netraven.logging.file.queue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The turn and the positions under thousands of random interleavings: one holder,
 * positions that only grow, no line that nobody sees to, and in the end every line once
 * and in order, with every loss marked at its place.
 */
class QueueInterleavingTests {

	private static final int SEEDS = Integer.getInteger("netraven.seeds", 1000);

	@ParameterizedTest
	@ValueSource(longs = { 0, 1_000_000, 2_000_000, 3_000_000 })
	void invariantsHoldAfterEachStep(long from) {
		for (long seed = from; seed < from + SEEDS; seed++) {
			try (Interleaving interleaving = new Interleaving(seed)) {
				interleaving.run();
			}
			catch (AssertionError ex) {
				throw new AssertionError("With seed " + seed, ex);
			}
		}
	}

}
