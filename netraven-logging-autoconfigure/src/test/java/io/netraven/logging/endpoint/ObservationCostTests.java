package io.netraven.logging.endpoint;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.metrics.LogFileMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What an observer of a file with many archives costs. The median is taken, because a
 * thread of a busy machine may have to wait for a processor.
 */
class ObservationCostTests {

	private static final int ARCHIVES = 1000;

	private static final int CALLS = 10_000;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'", Locale.ROOT);

	private static final Duration MOST = Duration.ofNanos(100_000);

	@TempDir
	Path folder;

	@Test
	void readOfTheEndpointAndScrapeTakeLessThanATenthOfAMillisecond() throws Exception {
		for (int i = 0; i < ARCHIVES; i++) {
			String time = LocalDateTime.of(2026, 1, 1, 0, 0).plusSeconds(i).format(TIME);
			Files.writeString(this.folder.resolve("worker.log." + time), "a line\n");
		}
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Rotations.at(1_000_000))) {
			log.append("one");
			log.writer.rotate();
			LogFileEndpoint endpoint = new LogFileEndpoint(() -> log.writer);
			await().until(() -> Objects.requireNonNull(endpoint.logFile()).archives().size() == 100);
			SimpleMeterRegistry registry = new SimpleMeterRegistry();
			new LogFileMetrics(log::status, () -> 0).bindTo(registry);
			Duration read = median(endpoint::logFile);
			Duration scrape = median(() -> scrape(registry));
			System.out.printf("endpoint read: %.1f us, scrape of %d meters: %.1f us%n", read.toNanos() / 1000.0,
					registry.getMeters().size(), scrape.toNanos() / 1000.0);
			assertThat(read).isLessThan(MOST);
			assertThat(scrape).isLessThan(MOST);
		}
	}

	private static double scrape(SimpleMeterRegistry registry) {
		double sum = 0;
		for (Meter meter : registry.getMeters()) {
			for (Measurement measurement : meter.measure()) {
				sum += measurement.getValue();
			}
		}
		return sum;
	}

	private static Duration median(Runnable call) {
		long[] nanos = new long[CALLS];
		for (int i = 0; i < 2 * CALLS; i++) {
			long start = System.nanoTime();
			call.run();
			nanos[i % CALLS] = System.nanoTime() - start;
		}
		Arrays.sort(nanos);
		return Duration.ofNanos(nanos[CALLS / 2]);
	}

}
