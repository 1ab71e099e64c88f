package io.netraven.logging.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.netraven.logging.file.FaultyOperations.WriteFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Threads, faults and interrupts against the invariants of the engine: every line exactly
 * once, whole, in the order of its thread.
 */
class LogFileWriterStormTests {

	private static final int LINES = 20_000;

	private static final int OUTAGES = 20;

	private static final Duration POLL = Duration.ofMillis(1);

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

	/**
	 * Threads log until the file has failed and healed many times, so that outages begin
	 * and end at every moment of a log call.
	 */
	@ParameterizedTest
	@CsvSource({ "SYNC, 1", "SYNC, 4", "SYNC, 16", "ASYNC, 4" })
	void randomOutagesAndShortWritesCostNoLine(Delivery delivery, int threads) throws Exception {
		try (TestWriter log = TestWriter.capture(this.folder.resolve("worker.log"), delivery, 64 * 1024 * 1024,
				TestWriter.LONG_WAIT)) {
			AtomicInteger outages = new AtomicInteger();
			List<AtomicInteger> written = Stream.generate(AtomicInteger::new).limit(threads).toList();
			List<Thread> loggers = IntStream.range(0, threads).mapToObj((thread) -> new Thread(() -> {
				while (outages.get() < OUTAGES) {
					log.append(line(thread, written.get(thread).getAndIncrement()));
					LockSupport.parkNanos(20_000);
				}
			})).toList();
			log.writer.open();
			loggers.forEach(Thread::start);
			breakAndMend(log, outages);
			for (Thread logger : loggers) {
				logger.join();
			}
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertComplete(log.lines(), written.stream().map(AtomicInteger::get).toList());
		}
	}

	private static void breakAndMend(TestWriter log, AtomicInteger outages) {
		Random random = new Random(42);
		while (outages.get() < OUTAGES) {
			int room = random.nextInt(300);
			log.faults.onWrite = (length) -> Math.min(room, length - 1);
			await().pollInterval(POLL).until(() -> log.status().state() == LogFileState.UNAVAILABLE);
			outages.incrementAndGet();
			LockSupport.parkNanos(random.nextInt(2_000_000));
			log.faults.onWrite = WriteFault.NONE;
			await().pollInterval(POLL).until(() -> log.status().state() == LogFileState.WRITING);
			LockSupport.parkNanos(random.nextInt(2_000_000));
		}
	}

	@ParameterizedTest
	@CsvSource({ "SYNC, 4", "ASYNC, 4" })
	void interruptsCostNoLineAndAreKept(Delivery delivery, int threads) throws Exception {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), delivery, 64 * 1024 * 1024,
				TestWriter.LONG_WAIT)) {
			AtomicInteger interruptsLost = new AtomicInteger();
			List<Thread> loggers = IntStream.range(0, threads)
				.mapToObj((thread) -> new Thread(() -> IntStream.range(0, LINES / threads).forEach((line) -> {
					if (line % 3 == 0) {
						Thread.currentThread().interrupt();
					}
					log.append(line(thread, line));
					if (!Thread.interrupted() && line % 3 == 0) {
						interruptsLost.incrementAndGet();
					}
				})))
				.toList();
			loggers.forEach(Thread::start);
			Random random = new Random(42);
			while (loggers.stream().anyMatch(Thread::isAlive)) {
				loggers.get(random.nextInt(threads)).interrupt();
				LockSupport.parkNanos(10_000);
			}
			assertThat(interruptsLost).hasValue(0);
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertComplete(log.lines(), threads, LINES / threads);
			assertThat(log.status().unconfirmed()).isZero();
			assertThat(log.failed).isEmpty();
		}
	}

	@Test
	void interruptDuringTheWaitIsKept() throws Exception {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"))) {
			Hang hang = new Hang();
			log.faults.onWrite = hang;
			AtomicBoolean kept = new AtomicBoolean();
			Thread first = new Thread(() -> log.append("first"));
			Thread waiter = new Thread(() -> {
				log.append("second");
				kept.set(Thread.currentThread().isInterrupted());
			});
			first.start();
			await().until(() -> !hang.caught().isEmpty());
			waiter.start();
			await().until(() -> waiter.getState() == Thread.State.TIMED_WAITING);
			waiter.interrupt();
			await().until(() -> !waiter.isInterrupted() && waiter.getState() == Thread.State.TIMED_WAITING);
			hang.end();
			waiter.join();
			first.join();
			assertThat(kept).isTrue();
			assertThat(log.lines()).containsExactly("first", "second");
			assertThat(log.status().unconfirmed()).isZero();
		}
	}

	@ParameterizedTest
	@EnumSource(Delivery.class)
	@EnabledForJreRange(min = JRE.JAVA_21)
	void virtualThreadsLoseNoLine(Delivery delivery) throws Exception {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), delivery, 64 * 1024 * 1024,
				TestWriter.LONG_WAIT)) {
			int threads = 200;
			ExecutorService executor = (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor")
				.invoke(null);
			IntStream.range(0, threads)
				.forEach((thread) -> executor.execute(
						() -> IntStream.range(0, LINES / threads).forEach((line) -> log.append(line(thread, line)))));
			executor.shutdown();
			assertThat(executor.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertComplete(log.lines(), threads, LINES / threads);
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
		assertComplete(lines, Collections.nCopies(threads, each));
	}

	private static void assertComplete(List<String> lines, List<Integer> written) {
		List<List<String>> byThread = written.stream().<List<String>>map((thread) -> new ArrayList<>()).toList();
		lines.forEach((line) -> byThread.get(Integer.parseInt(line, 0, line.indexOf(' '), 10)).add(line));
		for (int i = 0; i < written.size(); i++) {
			int thread = i;
			assertThat(byThread.get(thread))
				.isEqualTo(IntStream.range(0, written.get(thread)).mapToObj((line) -> line(thread, line)).toList());
		}
	}

}
