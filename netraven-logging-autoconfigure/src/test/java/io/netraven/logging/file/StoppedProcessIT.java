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
 * A process that is stopped with SIGSTOP, as {@code docker pause} and a migration do: its
 * disk did not hang.
 */
class StoppedProcessIT {

	private static final int THREADS = 4;

	/**
	 * Longer than the time after which a write that hangs is given up.
	 */
	private static final Duration LONG_STOP = Duration.ofSeconds(12);

	@TempDir
	Path folder;

	@Test
	void timeInWhichItStoodStillIsNoOutage() throws Exception {
		Path file = this.folder.resolve("worker.log");
		Random random = new Random(42);
		LoggingProcess process = LoggingProcess.start(this.folder, file, "p0", THREADS, -1, Duration.ofMillis(250));
		awaitLines(process, 1000);
		for (int i = 0; i < 10; i++) {
			stop(process, Duration.ofMillis(1500 + random.nextInt(500)));
			awaitLines(process, 1000);
		}
		stop(process, LONG_STOP);
		awaitLines(process, 1000);
		process.process().destroyForcibly().waitFor();
		assertThat(this.folder.resolve("p0.out")).isEmptyFile();
		WrittenLines written = new WrittenLines(Files.readAllLines(file));
		assertThat(written.fragments()).hasSizeLessThanOrEqualTo(1);
		for (int thread = 0; thread < THREADS; thread++) {
			assertThat(written.last("p0-" + thread)).isBetween(process.returned(thread) - process.unconfirmed(),
					process.returned(thread) + 1);
		}
	}

	private static void stop(LoggingProcess process, Duration duration) throws Exception {
		signal(process, "STOP");
		TimeUnit.MILLISECONDS.sleep(duration.toMillis());
		signal(process, "CONT");
	}

	private static void signal(LoggingProcess process, String signal) throws Exception {
		String id = String.valueOf(process.process().pid());
		assertThat(new ProcessBuilder("kill", "-" + signal, id).inheritIO().start().waitFor()).isZero();
	}

	private static void awaitLines(LoggingProcess process, long more) {
		long[] before = IntStream.range(0, THREADS).mapToLong(process::returned).toArray();
		await().atMost(Duration.ofMinutes(1))
			.until(() -> IntStream.range(0, THREADS)
				.allMatch((thread) -> process.returned(thread) >= before[thread] + more));
	}

}
