package io.netraven.logging.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Processes that are killed while four threads log flat out, one after the other, to one
 * file.
 */
class KilledProcessIT {

	private static final int KILLS = 10;

	private static final int THREADS = 4;

	@TempDir
	Path folder;

	@Test
	void everyLineWhoseCallReturnedIsInTheFileAndNoneIsTorn() throws Exception {
		Path file = this.folder.resolve("worker.log");
		Random random = new Random(42);
		long[][] returned = new long[KILLS][THREADS];
		for (int run = 0; run < KILLS; run++) {
			LoggingProcess process = LoggingProcess.start(this.folder, file, "p" + run, THREADS, -1);
			await().atMost(Duration.ofMinutes(1))
				.until(() -> IntStream.range(0, THREADS).allMatch((thread) -> process.returned(thread) > 100));
			TimeUnit.MILLISECONDS.sleep(random.nextInt(500));
			process.process().destroyForcibly().waitFor();
			returned[run] = IntStream.range(0, THREADS).mapToLong(process::returned).toArray();
			assertThat(process.unconfirmed()).isZero();
		}
		WrittenLines written = new WrittenLines(Files.readAllLines(file));
		assertThat(written.fragments()).hasSizeLessThanOrEqualTo(KILLS);
		for (int run = 0; run < KILLS; run++) {
			for (int thread = 0; thread < THREADS; thread++) {
				assertThat(written.last("p" + run + "-" + thread)).isBetween(returned[run][thread],
						returned[run][thread] + 1);
			}
		}
	}

}
