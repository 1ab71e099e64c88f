package io.netraven.logging.file.daemon;

import java.time.Duration;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RetryBackoff}.
 */
class RetryBackoffTests {

	@Test
	void pausesDoubleUpToTheLimit() {
		RetryBackoff schedule = new RetryBackoff(Duration.ofSeconds(1));
		assertThat(pauses(schedule, 6)).containsExactly(100, 200, 400, 800, 1000, 1000);
	}

	@Test
	void resetBeginsAgain() {
		RetryBackoff schedule = new RetryBackoff(Duration.ofSeconds(1));
		pauses(schedule, 6);
		schedule.reset();
		assertThat(pauses(schedule, 2)).containsExactly(100, 200);
	}

	@Test
	void shortLimitHoldsFromTheFirstPauseOn() {
		assertThat(pauses(new RetryBackoff(Duration.ofMillis(20)), 2)).containsExactly(20, 20);
	}

	private static long[] pauses(RetryBackoff schedule, int count) {
		return LongStream.generate(() -> Duration.ofNanos(schedule.nextNanos()).toMillis()).limit(count).toArray();
	}

}
