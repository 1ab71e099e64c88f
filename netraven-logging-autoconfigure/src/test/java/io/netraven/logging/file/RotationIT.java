package io.netraven.logging.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rotation under full load and by several processes.
 */
@Tag("alone")
class RotationIT {

	private static final int THREADS = 4;

	private static final int LINES = 500_000;

	private static final long MEGABYTE = 1024 * 1024;

	@TempDir
	Path path;

	/**
	 * An archive thread may still put a file into the folder while that is deleted.
	 */
	@AfterEach
	void awaitArchiveThread() {
		LogFolder.awaitArchiveThread();
	}

	@Test
	void everyLineIsThereOnceAndInOrderOverAllFiles() throws Exception {
		LogFolder folder = new LogFolder(this.path);
		try (TestWriter log = folder.open(Rotations.compressing(MEGABYTE))) {
			logFlatOut(log);
			LogFolder.eventually(() -> assertThat(log.rotated).hasSizeGreaterThan(10));
			assertThat(log.failed).isEmpty();
			folder.awaitCompression(MEGABYTE);
		}
		long[] next = new long[THREADS];
		folder.forEachLine((line) -> {
			String[] words = line.split(" ", 3);
			int thread = Integer.parseInt(words[0]);
			assertThat(Long.parseLong(words[1])).isEqualTo(next[thread]);
			next[thread]++;
		});
		assertThat(next).containsOnly(LINES);
	}

	@Test
	void capIsKeptUnderFullLoad() throws Exception {
		LogFolder folder = new LogFolder(this.path);
		long cap = 5 * MEGABYTE;
		AtomicLong most = new AtomicLong();
		AtomicLong largestLive = new AtomicLong();
		ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();
		try (TestWriter log = folder.open(Rotations.of(true, MEGABYTE, RotationSettings.Period.NONE, cap, true))) {
			sampler.scheduleWithFixedDelay(() -> sample(folder, most, largestLive), 0, 10, TimeUnit.MILLISECONDS);
			logFlatOut(log);
		}
		finally {
			sampler.shutdown();
		}
		assertThat(sampler.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
		System.out.printf("RotationIT: cap %d bytes, most %d bytes, largest live file %d bytes%n", cap, most.get(),
				largestLive.get());
		assertThat(most.get()).isPositive().isLessThanOrEqualTo(cap + largestLive.get());
	}

	/**
	 * Notes how large the live file and all files are. An archive that is not compressed
	 * was the live file and may have grown since it was last seen as such.
	 */
	private static void sample(LogFolder folder, AtomicLong most, AtomicLong largestLive) {
		largestLive.accumulateAndGet(folder.live().toFile().length(), Math::max);
		most.accumulateAndGet(folder.totalSize(), Math::max);
		folder.archives()
			.stream()
			.filter((archive) -> archive.toString().endsWith("Z"))
			.forEach((archive) -> largestLive.accumulateAndGet(archive.toFile().length(), Math::max));
	}

	private static void logFlatOut(TestWriter log) throws InterruptedException {
		List<Thread> loggers = IntStream.range(0, THREADS).mapToObj((thread) -> new Thread(() -> {
			for (int line = 0; line < LINES; line++) {
				log.append(thread + " " + line + " a line of a usual length, more or less, as a worker logs them");
			}
		})).toList();
		loggers.forEach(Thread::start);
		for (Thread logger : loggers) {
			logger.join();
		}
	}

	@Test
	void severalProcessesRotateOneFileAndLoseNothing() throws Exception {
		LogFolder folder = new LogFolder(Files.createDirectory(this.path.resolve("logs")));
		List<Process> processes = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			processes.add(RotatingProcess.start(folder.live(), "p" + i, 100_000, MEGABYTE,
					this.path.resolve("returned-" + i)));
		}
		for (Process process : processes) {
			assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
			assertThat(process.exitValue()).isZero();
		}
		folder.finish();
		Map<String, Integer> seen = new HashMap<>();
		folder.forEachLine((line) -> seen.merge(number(line), 1, Integer::sum));
		assertThat(seen).hasSize(300_000);
		assertThat(seen.values()).containsOnly(1);
	}

	private static String number(String line) {
		assertThat(line).matches("p\\d \\d+ x*");
		String[] words = line.split(" ", -1);
		assertThat(words[2]).hasSize((int) (Long.parseLong(words[1]) % 120));
		return words[0] + " " + words[1];
	}

}
