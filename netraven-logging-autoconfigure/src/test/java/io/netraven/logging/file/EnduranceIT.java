package io.netraven.logging.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random misfortunes, one after the other, while four threads log: each line is in the
 * files once or marked as lost, and the writer does all of its work after each of them.
 * <p>
 * {@code netraven.endurance} is how long it takes in all, {@code netraven.endurance.seed}
 * repeats a run, and {@code netraven.endurance.only} names the misfortunes.
 */
class EnduranceIT {

	private static final Duration LENGTH = Duration.parse(System.getProperty("netraven.endurance", "PT30S"));

	private static final long SEED = Long.getLong("netraven.endurance.seed", new Random().nextLong());

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource
	void everyLineIsInTheFilesOnceOrMarked(Delivery delivery) throws Exception {
		System.out.printf("netraven.endurance.seed=%d %s%n", SEED, delivery);
		long end = System.nanoTime() + LENGTH.toNanos() / Delivery.values().length;
		Endurance endurance = new Endurance(this.folder, delivery, SEED, LENGTH);
		try {
			while (endurance.isAlive() && System.nanoTime() - end < 0) {
				endurance.next();
			}
		}
		finally {
			endurance.end();
		}
		List<String> faults = endurance.verdict();
		assertThat(faults).as("seed %d, %s, %s", SEED, delivery, endurance).isEmpty();
		System.out.println(endurance);
	}

}
