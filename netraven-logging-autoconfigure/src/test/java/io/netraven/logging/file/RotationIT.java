package io.netraven.logging.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.netraven.logging.file.RotationSettings.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Rotation under full load, by several processes, and killed.
 *
 * @author NetRaven maintainers
 */
class RotationIT {

	private static final int THREADS = 4;

	private static final int LINES = 500_000;

	private static final long MEGABYTE = 1024 * 1024;

	@TempDir
	Path path;

	@Test
	void everyLineIsThereOnceAndInOrderOverAllFiles() throws Exception {
		LogFolder folder = new LogFolder(this.path);
		try (TestWriter log = TestWriter.open(folder.live(),
				new RotationSettings(true, MEGABYTE, Period.NONE, Long.MAX_VALUE, true))) {
			logFlatOut(log);
			assertThat(log.rotated).hasSizeGreaterThan(10);
			assertThat(log.failed).isEmpty();
			awaitCompression(folder);
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
		try (TestWriter log = TestWriter.open(folder.live(),
				new RotationSettings(true, MEGABYTE, Period.NONE, cap, true))) {
			Thread sampler = new Thread(() -> sample(folder, most, largestLive));
			sampler.start();
			logFlatOut(log);
			sampler.interrupt();
			sampler.join();
		}
		System.out.printf("RotationIT: cap %d bytes, most %d bytes, largest live file %d bytes%n", cap, most.get(),
				largestLive.get());
		assertThat(most.get()).isLessThanOrEqualTo(cap + largestLive.get());
	}

	private static void sample(LogFolder folder, AtomicLong most, AtomicLong largestLive) {
		try {
			while (true) {
				TimeUnit.MILLISECONDS.sleep(10);
				largestLive.accumulateAndGet(folder.live().toFile().length(), Math::max);
				most.accumulateAndGet(folder.totalSize(), Math::max);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
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

	@Test
	void killsAtAnyMomentLoseNothingAndLeaveNothing() throws Exception {
		LogFolder folder = new LogFolder(Files.createDirectory(this.path.resolve("logs")));
		Random random = new Random(42);
		List<Long> returned = new ArrayList<>();
		for (int run = 0; run < 50; run++) {
			Path acknowledged = this.path.resolve("returned-" + run);
			Process process = RotatingProcess.start(folder.live(), "p" + run, Long.MAX_VALUE, 64 * 1024, acknowledged);
			await().atMost(Duration.ofMinutes(1)).until(() -> returned(acknowledged) > 0);
			TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
			process.destroyForcibly().waitFor();
			returned.add(returned(acknowledged));
		}
		clear(folder);
		assertEveryReturnedLineIsThereOnce(folder, returned);
	}

	private static long returned(Path acknowledged) throws IOException {
		byte[] bytes = (Files.exists(acknowledged)) ? Files.readAllBytes(acknowledged) : new byte[0];
		return (bytes.length == Long.BYTES) ? ByteBuffer.wrap(bytes).getLong() : 0;
	}

	private static void clear(LogFolder folder) {
		try (TestWriter log = TestWriter.open(folder.live(),
				new RotationSettings(true, 64 * 1024, Period.NONE, Long.MAX_VALUE, true))) {
			awaitCompression(folder);
			assertThat(log.degraded).isEmpty();
		}
	}

	private static void awaitCompression(LogFolder folder) {
		await().atMost(Duration.ofMinutes(2))
			.untilAsserted(() -> assertThat(folder.archives()).isNotEmpty()
				.allMatch((file) -> file.toString().endsWith(".log.gz")));
	}

	private static void assertEveryReturnedLineIsThereOnce(LogFolder folder, List<Long> returned) {
		Map<String, Long> last = new HashMap<>();
		List<String> fragments = new ArrayList<>();
		folder.forEachLine((line) -> {
			String[] words = line.split(" ", -1);
			if (words.length < 3 || words[2].length() != Long.parseLong(words[1]) % 120) {
				fragments.add(line);
			}
			else {
				assertThat(Long.parseLong(words[1])).isEqualTo(last.getOrDefault(words[0], 0L) + 1);
				last.put(words[0], Long.parseLong(words[1]));
			}
		});
		for (int run = 0; run < returned.size(); run++) {
			assertThat(last.getOrDefault("p" + run, 0L)).isBetween(returned.get(run), returned.get(run) + 1);
		}
		assertThat(fragments).hasSizeLessThanOrEqualTo(returned.size());
	}

}
