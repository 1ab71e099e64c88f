package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.netraven.logging.file.FaultyOperations.WriteFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A pause of file logging, as a writer makes it.
 */
class PauseTests {

	private static final String PAUSED = "file logging was paused";

	private static final int PAUSES = 50;

	private static final int MOST_LINES = 1_000_000;

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(Delivery.class)
	void linesOfAPauseAreLeftOutAndMarkedAtTheirPlace(Delivery delivery) {
		try (TestWriter log = open(delivery)) {
			log.append("before");
			log.writer.pause();
			log.append("in between");
			log.append("and another one");
			assertThat(log.status().state()).isEqualTo(LogFileState.PAUSED);
			assertThat(log.status().isHealthy()).isTrue();
			assertThat(log.status().since()).isBetween(Instant.now().minusSeconds(60), Instant.now());
			log.writer.resume();
			log.append("after");
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertThat(log.lines()).containsExactly("before", "GAP 2 " + PAUSED, "after");
			assertThat(log.status().state()).isEqualTo(LogFileState.WRITING);
			assertThat(log.status().linesLost()).isZero();
			assertThat(log.status().unconfirmed()).isZero();
			assertThat(log.status().figures().linesLeftOut()).isEqualTo(2);
		}
	}

	@Test
	void pauseWithoutLinesLeavesNoMarker() {
		try (TestWriter log = open(Delivery.SYNC)) {
			log.append("before");
			log.writer.pause();
			log.writer.pause();
			log.writer.resume();
			log.writer.resume();
			log.append("after");
			assertThat(log.lines()).containsExactly("before", "after");
		}
	}

	@ParameterizedTest
	@CsvSource({ "SYNC, 1", "SYNC, 4", "ASYNC, 1", "ASYNC, 4" })
	void eachLineIsInTheFileOrCountedWhateverThePauses(Delivery delivery, int threads) throws Exception {
		LineLedger ledger = new LineLedger(threads, MOST_LINES);
		try (TestWriter log = open(delivery)) {
			List<LedgerLogger> loggers = IntStream.range(0, threads)
				.mapToObj((thread) -> new LedgerLogger(log.writer, ledger, thread, MOST_LINES))
				.toList();
			loggers.forEach(Thread::start);
			for (int i = 0; i < PAUSES; i++) {
				awaitProgress(loggers);
				log.writer.pause();
				awaitProgress(loggers);
				log.writer.resume();
			}
			awaitProgress(loggers);
			for (LedgerLogger logger : loggers) {
				logger.end();
			}
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			ledger.read(log.file);
			assertThat(ledger.verdict(0)).isEmpty();
			assertThat(log.status().linesLost()).isZero();
			assertThat(log.status().figures().linesLeftOut()).isPositive();
			assertThat(log.failed).isEmpty();
		}
	}

	@Test
	void fileIsLeftAloneDuringAPause() throws IOException {
		try (TestWriter log = open(Delivery.SYNC)) {
			log.append("before");
			List<String> calls = new CopyOnWriteArrayList<>();
			log.writer.pause();
			settle(log);
			int looks = log.faults.looks.get();
			log.faults.onWrite = (length) -> {
				calls.add("write");
				return length;
			};
			log.faults.onOpen = () -> calls.add("open");
			log.faults.onLook = () -> calls.add("look");
			log.faults.onFreeSpace = () -> calls.add("free space");
			Path moved = Files.move(log.file, this.folder.resolve("moved.log"));
			log.append("left out");
			await().during(Duration.ofMillis(1500)).atMost(TestWriter.LONG_WAIT).until(calls::isEmpty);
			assertThat(log.faults.looks.get()).isEqualTo(looks);
			assertThat(log.file).doesNotExist();
			log.writer.resume();
			await().until(() -> Files.exists(log.file));
			log.append("after");
			assertThat(Files.readAllLines(moved)).containsExactly("before");
			assertThat(log.lines()).containsExactly("GAP 1 " + PAUSED, "after");
		}
	}

	@Test
	void callsDoNotWaitForAFullBufferOrAHungDisk() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.ASYNC, 1000,
				TestWriter.LONG_WAIT)) {
			Hang hang = new Hang();
			log.faults.onWrite = hang;
			log.append("caught");
			await().until(() -> !hang.caught().isEmpty());
			log.writer.pause();
			long start = System.nanoTime();
			IntStream.range(0, 10_000).forEach((i) -> log.append("left out " + i));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TestWriter.LONG_WAIT.dividedBy(2));
			hang.end();
			log.writer.resume();
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertThat(log.lines()).containsExactly("caught", "GAP 10000 " + PAUSED);
		}
	}

	@Test
	void keptLinesOfAnOutageStandBeforeTheMarkerAndAreNotTriedBefore() {
		try (TestWriter log = open(Delivery.SYNC)) {
			log.faults.onWrite = WriteFault.FULL;
			log.append("kept");
			await().until(() -> log.status().state() == LogFileState.UNAVAILABLE);
			log.writer.pause();
			assertThat(log.status().isHealthy()).isTrue();
			assertThat(log.status().diagnosis()).isNotNull();
			log.append("left out");
			log.faults.onWrite = WriteFault.NONE;
			await().during(Duration.ofMillis(700)).until(() -> log.lines().isEmpty());
			log.writer.resume();
			await().until(() -> log.status().state() == LogFileState.WRITING);
			assertThat(log.lines()).containsExactly("kept", "GAP 1 " + PAUSED);
		}
	}

	@Test
	void linesThatDidNotFitAreNotTakenForThoseOfThePause() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.SYNC, 10_000,
				TestWriter.LONG_WAIT)) {
			log.faults.onWrite = WriteFault.FULL;
			IntStream.range(0, 1000).forEach((i) -> log.append("line " + i));
			long lost = log.status().linesLost();
			log.writer.pause();
			IntStream.range(0, 1000).forEach((i) -> log.append("left out " + i));
			log.writer.resume();
			log.faults.onWrite = WriteFault.NONE;
			await().until(() -> log.status().state() == LogFileState.WRITING);
			assertThat(lost).isPositive();
			assertThat(log.lines()).endsWith("GAP " + lost + " there is no space left for " + log.file,
					"GAP 1000 " + PAUSED);
			assertThat(log.status().linesLost()).isEqualTo(lost);
			assertThat(log.status().figures().linesLeftOut()).isEqualTo(1000);
		}
	}

	@Test
	void pausesThatAlternateWithAFullBufferTakeNoMemoryForEver() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.SYNC, 10_000,
				TestWriter.LONG_WAIT)) {
			log.faults.onWrite = WriteFault.FULL;
			IntStream.range(0, 1000).forEach((i) -> log.append("line " + i));
			for (int i = 0; i < 1000; i++) {
				log.writer.pause();
				log.append("left out");
				log.writer.resume();
				log.append("does not fit");
			}
			log.faults.onWrite = WriteFault.NONE;
			await().until(() -> log.status().state() == LogFileState.WRITING);
			List<String> gaps = log.lines().stream().filter((line) -> line.startsWith("GAP")).toList();
			assertThat(gaps).hasSizeBetween(2, 40);
			assertThat(gaps.stream().mapToLong((line) -> Long.parseLong(line.split(" ")[1])).sum())
				.isEqualTo(log.status().linesLost() + 1000);
		}
	}

	@Test
	void markerIsWrittenWhenTheWriterIsClosedDuringAPause() {
		TestWriter log = open(Delivery.SYNC);
		log.append("before");
		log.writer.pause();
		log.append("left out");
		log.close();
		assertThat(log.lines()).containsExactly("before", "GAP 1 " + PAUSED);
		assertThat(log.status().linesLost()).isZero();
	}

	@Test
	void rotationThatIsAskedForDuringAPauseComesAfterIt() {
		try (TestWriter log = open(Delivery.SYNC)) {
			log.append("before");
			log.writer.pause();
			log.writer.rotate();
			await().during(Duration.ofMillis(700)).until(log.rotated::isEmpty);
			log.writer.resume();
			await().until(() -> log.rotated.size() == 1);
		}
	}

	/**
	 * Waits until a round of the file thread that was under way has ended.
	 * @param log the writer
	 */
	private static void settle(TestWriter log) {
		AtomicInteger seen = new AtomicInteger(-1);
		await().pollInterval(Duration.ofSeconds(1))
			.until(() -> seen.getAndSet(log.faults.looks.get()) == log.faults.looks.get());
	}

	private TestWriter open(Delivery delivery) {
		return TestWriter.open(this.folder.resolve("worker.log"), delivery, 8 * 1024 * 1024, TestWriter.LONG_WAIT);
	}

	private static void awaitProgress(List<LedgerLogger> loggers) {
		List<Integer> before = loggers.stream().map(LedgerLogger::logged).toList();
		loggers.forEach((logger) -> logger.allow(5000));
		await().pollInterval(Duration.ofMillis(1))
			.atMost(TestWriter.LONG_WAIT)
			.until(() -> IntStream.range(0, loggers.size())
				.allMatch((i) -> loggers.get(i).logged() > before.get(i) + 20));
	}

}
