package io.netraven.logging.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.netraven.logging.file.FaultyOperations.WriteFault;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Threads, faults and interrupts against the invariants of the engine: every line exactly
 * once, whole, in the order of its thread.
 *
 * @author NetRaven maintainers
 */
class LogFileWriterStormTests {

	private static final int LINES = 20_000;

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "SYNC, 1", "SYNC, 4", "SYNC, 64", "ASYNC, 1", "ASYNC, 4", "ASYNC, 64" })
	void everyLineIsInTheFileOnceAndInOrder(Delivery delivery, int threads) throws Exception {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), delivery, 64 * 1024 * 1024,
				TestWriter.LONG_WAIT)) {
			logFrom(log, threads, LINES / threads);
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertComplete(log.lines(), threads, LINES / threads);
			assertThat(log.status().unconfirmed()).isZero();
			assertThat(log.status().linesWritten()).isEqualTo((LINES / threads) * (long) threads);
		}
	}

	@ParameterizedTest
	@CsvSource({ "SYNC, 1", "SYNC, 4", "SYNC, 16", "ASYNC, 4" })
	void randomOutagesAndShortWritesCostNoLine(Delivery delivery, int threads) throws Exception {
		try (TestWriter log = TestWriter.capture(this.folder.resolve("worker.log"), delivery, 64 * 1024 * 1024,
				TestWriter.LONG_WAIT)) {
			AtomicBoolean stop = new AtomicBoolean();
			Thread chaos = new Thread(() -> breakAndMend(log, stop));
			chaos.start();
			log.writer.open();
			logFrom(log, threads, LINES / threads);
			stop.set(true);
			chaos.join();
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertComplete(log.lines(), threads, LINES / threads);
		}
	}

	private static void breakAndMend(TestWriter log, AtomicBoolean stop) {
		Random random = new Random(42);
		while (!stop.get()) {
			int room = random.nextInt(300);
			log.faults.onWrite = (random.nextBoolean()) ? WriteFault.NONE : (length) -> Math.min(room, length);
			LockSupport.parkNanos(random.nextInt(2_000_000));
		}
		log.faults.onWrite = WriteFault.NONE;
	}

	@ParameterizedTest
	@CsvSource({ "SYNC, 4", "ASYNC, 4" })
	void interruptsCostNoLineAndAreKept(Delivery delivery, int threads) throws Exception {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), delivery, 64 * 1024 * 1024,
				TestWriter.LONG_WAIT)) {
			List<Thread> loggers = loggers(log, threads, LINES / threads);
			loggers.forEach(Thread::start);
			Random random = new Random(42);
			while (loggers.stream().anyMatch(Thread::isAlive)) {
				loggers.get(random.nextInt(threads)).interrupt();
				LockSupport.parkNanos(10_000);
			}
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertComplete(log.lines(), threads, LINES / threads);
			assertThat(log.status().unconfirmed()).isZero();
			assertThat(log.failed).isEmpty();
		}
	}

	private static void logFrom(TestWriter log, int threads, int lines) throws InterruptedException {
		List<Thread> loggers = loggers(log, threads, lines);
		loggers.forEach(Thread::start);
		for (Thread logger : loggers) {
			logger.join();
		}
	}

	private static List<Thread> loggers(TestWriter log, int threads, int lines) {
		return IntStream.range(0, threads)
			.mapToObj((thread) -> new Thread(
					() -> IntStream.range(0, lines).forEach((line) -> log.append(line(thread, line)))))
			.toList();
	}

	private static String line(int thread, int line) {
		return thread + " " + line + " " + "x".repeat(line % 150);
	}

	private static void assertComplete(List<String> lines, int threads, int each) {
		List<List<String>> byThread = IntStream.range(0, threads)
			.<List<String>>mapToObj((thread) -> new ArrayList<>())
			.toList();
		lines.forEach((line) -> byThread.get(Integer.parseInt(line, 0, line.indexOf(' '), 10)).add(line));
		for (int i = 0; i < threads; i++) {
			int thread = i;
			assertThat(byThread.get(thread))
				.isEqualTo(IntStream.range(0, each).mapToObj((line) -> line(thread, line)).toList());
		}
	}

}
