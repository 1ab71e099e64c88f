package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.netraven.logging.file.FaultyOperations.WriteFault;
import io.netraven.logging.file.daemon.TimeLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LogFileWriter}.
 */
class LogFileWriterTests {

	@TempDir
	Path folder;

	@Test
	void lineIsInTheFileWhenTheCallReturns() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"))) {
			log.append("one");
			assertThat(log.lines()).containsExactly("one");
			log.append("two");
			assertThat(log.lines()).containsExactly("one", "two");
			assertThat(log.status().unconfirmed()).isZero();
		}
	}

	@Test
	void capturesUntilItIsOpened() {
		try (TestWriter log = TestWriter.capture(this.folder.resolve("worker.log"))) {
			log.append("one");
			assertThat(log.status().state()).isEqualTo(LogFileState.CAPTURING);
			assertThat(log.file).doesNotExist();
			log.writer.open();
			log.append("two");
			await().untilAsserted(() -> assertThat(log.lines()).containsExactly("one", "two"));
			assertThat(log.status().state()).isEqualTo(LogFileState.WRITING);
		}
	}

	@Test
	void captureIsNoStallHoweverLongItLasts() {
		TimeLimits limits = new TimeLimits(Duration.ofMillis(1), TestWriter.LONG_WAIT, TestWriter.LONG_WAIT,
				TestWriter.LONG_WAIT, Duration.ZERO);
		try (TestWriter log = TestWriter.capture(this.folder.resolve("worker.log"), Delivery.SYNC, limits)) {
			log.append("one");
			await().during(Duration.ofMillis(50))
				.untilAsserted(() -> assertThat(log.status().state()).isEqualTo(LogFileState.CAPTURING));
		}
	}

	@Test
	void opensByItselfWhenHalfOfTheBufferIsUsed() {
		try (TestWriter log = TestWriter.capture(this.folder.resolve("worker.log"), Delivery.SYNC, 1000,
				TestWriter.LONG_WAIT)) {
			String line = "x".repeat(100);
			IntStream.range(0, 6).forEach((i) -> log.append(line));
			await().untilAsserted(() -> assertThat(log.lines()).hasSize(6));
		}
	}

	@Test
	void appendsToWhatIsThere() throws IOException {
		Path file = this.folder.resolve("worker.log");
		Files.writeString(file, "former\n");
		try (TestWriter log = TestWriter.open(file)) {
			log.append("one");
			assertThat(log.lines()).containsExactly("former", "one");
		}
	}

	@Test
	void endsTheFragmentOfAnEarlierProcess() throws IOException {
		Path file = this.folder.resolve("worker.log");
		Files.writeString(file, "former\nfragm");
		try (TestWriter log = TestWriter.open(file)) {
			log.append("one");
			assertThat(log.lines()).containsExactly("former", "fragm", "one");
		}
	}

	@Test
	void keptLinesAreWrittenInOrderAfterRecovery() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"))) {
			log.append("before");
			log.faults.onWrite = WriteFault.FULL;
			List<String> lines = IntStream.range(0, 1000).mapToObj((i) -> "line " + i).toList();
			lines.forEach(log::append);
			assertThat(log.status().state()).isEqualTo(LogFileState.UNAVAILABLE);
			await().untilAsserted(() -> assertThat(log.failed).hasSize(1));
			log.faults.onWrite = WriteFault.NONE;
			await().untilAsserted(() -> assertThat(log.recovered).hasSize(1));
			assertThat(log.lines()).startsWith("before").endsWith("line 999").hasSize(1001);
			assertThat(log.lines().subList(1, 1001)).isEqualTo(lines);
			log.append("after");
			assertThat(log.lines()).endsWith("after");
			assertThat(log.recovered.get(0).linesKept()).isEqualTo(1000);
			assertThat(log.recovered.get(0).linesLost()).isZero();
			assertThat(log.status().unconfirmed()).isEqualTo(1000);
		}
	}

	@Test
	void shortWriteIsCompleted() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"))) {
			log.append("before");
			log.faults.onWrite = (length) -> Math.min(length, 3);
			log.append("a long line");
			log.append("another long line");
			await().until(() -> log.status().state() == LogFileState.WRITING);
			assertThat(log.lines()).containsExactly("before", "a long line", "another long line");
		}
	}

	@Test
	void newestLinesAreDroppedAndTheGapIsMarkedAtItsPlace() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.SYNC, 1000,
				TestWriter.LONG_WAIT)) {
			log.append("before");
			log.faults.onWrite = WriteFault.FULL;
			String filler = "x".repeat(68);
			IntStream.range(0, 25).forEach((i) -> log.append(filler + "%02d".formatted(i)));
			log.faults.onWrite = WriteFault.NONE;
			await().until(() -> log.status().state() == LogFileState.WRITING);
			log.append("after");
			List<String> lines = log.lines();
			assertThat(lines).hasSize(15);
			assertThat(lines.get(12)).endsWith("11");
			assertThat(lines.get(13)).startsWith("GAP 13 there is no space left");
			assertThat(lines.get(14)).isEqualTo("after");
			assertThat(log.status().linesLost()).isEqualTo(13);
		}
	}

	@Test
	void deletedFileIsMadeAgainWithinASecond() throws IOException {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"))) {
			log.append("one");
			Files.delete(log.file);
			MachineTime.within(Duration.ofSeconds(1), await(), () -> assertThat(log.followed).hasSize(1));
			log.append("two");
			assertThat(log.lines()).endsWith("two");
		}
	}

	@Test
	void renamedFileLosesNothing() throws IOException {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"))) {
			log.append("one");
			Path renamed = Files.move(log.file, this.folder.resolve("worker.log.1"));
			log.append("two");
			MachineTime.within(Duration.ofSeconds(1), await(), () -> assertThat(log.followed).hasSize(1));
			log.append("three");
			assertThat(Files.readAllLines(renamed)).containsExactly("one", "two");
			assertThat(log.lines()).containsExactly("three");
		}
	}

	@Test
	void asyncLineIsWrittenAtOnceWhetherOrNotTheFileThreadIsWoken() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.ASYNC, 8 * 1024 * 1024,
				TestWriter.LONG_WAIT)) {
			Duration before = MachineTime.now();
			for (int i = 1; i <= 20; i++) {
				log.append("line");
				int lines = i;
				await().pollInterval(Duration.ofMillis(1)).until(() -> log.status().linesWritten() == lines);
			}
			assertThat(MachineTime.since(before)).isLessThan(Duration.ofSeconds(3));
		}
	}

	@Test
	void asyncLinesAreWrittenByTheFileThread() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.ASYNC, 8 * 1024 * 1024,
				TestWriter.LONG_WAIT)) {
			IntStream.range(0, 10000).forEach((i) -> log.append("line " + i));
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertThat(log.lines()).hasSize(10000).endsWith("line 9999");
			assertThat(log.status().unconfirmed()).isZero();
		}
	}

	@Test
	void onlyTheFileThreadWritesFromClosingUntilItGoesOn() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"))) {
			Set<String> writers = ConcurrentHashMap.newKeySet();
			log.faults.onWrite = (length) -> {
				writers.add(Thread.currentThread().getName());
				return length;
			};
			log.append("a caller's turn");
			assertThat(writers).containsExactly(Thread.currentThread().getName());
			writers.clear();
			log.writer.closing();
			log.append("the file thread's turn");
			assertThat(writers).containsExactly("netraven-log-file");
			log.writer.goOn();
			await().untilAsserted(() -> {
				writers.clear();
				log.append("a caller's turn again");
				assertThat(writers).containsExactly(Thread.currentThread().getName());
			});
			assertThat(log.status().unconfirmed()).isZero();
		}
	}

	@Test
	void closedWriterHasWrittenEverything() {
		TestWriter log = TestWriter.capture(this.folder.resolve("worker.log"));
		log.append("one");
		log.close();
		assertThat(log.lines()).containsExactly("one");
		log.append("too late");
		assertThat(log.status().state()).isEqualTo(LogFileState.CLOSED);
		assertThat(log.status().linesLost()).isOne();
	}

}
