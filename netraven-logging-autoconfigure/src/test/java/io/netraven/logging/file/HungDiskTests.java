package io.netraven.logging.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A disk that does not answer, against what {@link LogFileWriter} promises of it.
 */
class HungDiskTests {

	private static final Duration MAX_WAIT = Duration.ofMillis(50);

	private static final Duration SOON = Duration.ofSeconds(1);

	@TempDir
	Path folder;

	private final Hang hang = new Hang();

	@AfterEach
	void endHang() {
		this.hang.endForGood();
	}

	@Test
	void syncCatchesOneThreadAndTheOthersWaitNoLongerThanTheyMust() throws InterruptedException {
		try (TestWriter log = open(Delivery.SYNC)) {
			log.faults.onWrite = this.hang;
			List<TimedLogger> loggers = IntStream.range(0, 8).mapToObj((i) -> new TimedLogger(log, i, 20)).toList();
			loggers.forEach(Thread::start);
			await().atMost(TestWriter.LONG_WAIT)
				.until(() -> loggers.stream().filter(Thread::isAlive).toList().size() == 1);
			assertThat(this.hang.caught()).hasSize(1);
			assertThat(log.status().unconfirmed()).isEqualTo(7 * 20);
			loggers.stream()
				.filter((logger) -> !logger.isAlive())
				.forEach((logger) -> assertThat(logger.longest()).isLessThan(MAX_WAIT.multipliedBy(10)));
			this.hang.end();
			for (TimedLogger logger : loggers) {
				logger.join();
			}
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertThat(log.lines()).hasSize(8 * 20).doesNotHaveDuplicates();
		}
	}

	@Test
	void asyncCatchesNoThread() {
		try (TestWriter log = open(Delivery.ASYNC)) {
			log.faults.onWrite = this.hang;
			List<String> lines = appendAtOnce(log, 10_000);
			MachineTime.within(SOON, await(), () -> assertThat(log.status().state()).isEqualTo(LogFileState.STALLED));
			assertThat(this.hang.caught()).singleElement().extracting(Thread::getName).isEqualTo("netraven-log-file");
			lines.addAll(appendAtOnce(log, 10_000));
			assertThat(log.status().isHealthy()).isFalse();
			this.hang.end();
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertThat(log.lines()).isEqualTo(lines);
		}
	}

	@Test
	void callsDoNotWaitOnceTheStallIsKnown() throws InterruptedException {
		try (TestWriter log = open(Delivery.SYNC)) {
			log.faults.onWrite = this.hang;
			TimedLogger caught = new TimedLogger(log, 0, 1);
			caught.start();
			MachineTime.within(SOON, await(), () -> assertThat(log.status().state()).isEqualTo(LogFileState.STALLED));
			assertThat(log.status().isHealthy()).isFalse();
			assertThat(log.status().diagnosis()).isNotNull();
			List<String> lines = appendAtOnce(log, 10_000);
			await().until(() -> log.failed.size() == 1);
			this.hang.end();
			caught.join();
			await().until(() -> log.recovered.size() == 1);
			assertThat(log.lines().subList(1, log.lines().size())).isEqualTo(lines);
			assertThat(log.status().unconfirmed()).isEqualTo(lines.size());
			assertThat(log.status().state()).isEqualTo(LogFileState.WRITING);
		}
	}

	@ParameterizedTest
	@EnumSource(Delivery.class)
	void statusAndLogCallsGoOnWhenEveryThreadHangs(Delivery delivery) throws InterruptedException {
		try (TestWriter log = open(delivery)) {
			log.faults.onLook = this.hang;
			log.faults.onOpen = this.hang;
			log.faults.onWrite = this.hang;
			await().until(() -> !this.hang.caught().isEmpty());
			TimedLogger first = new TimedLogger(log, 0, 1);
			first.start();
			MachineTime.within(SOON, await(), () -> assertThat(log.status().isHealthy()).isFalse());
			assertThat(log.status().state()).isEqualTo(LogFileState.STALLED);
			List<String> lines = appendAtOnce(log, 1000);
			this.hang.end();
			first.join();
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertThat(log.lines().subList(1, log.lines().size())).isEqualTo(lines);
		}
	}

	@Test
	void fullBufferHoldsNobodyWhenTheFileThreadHangs() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.ASYNC, 1000, MAX_WAIT)) {
			log.faults.onLook = this.hang;
			await().until(() -> !this.hang.caught().isEmpty());
			log.append("first");
			MachineTime.within(SOON, await(), () -> assertThat(log.status().isHealthy()).isFalse());
			appendAtOnce(log, 1000);
			assertThat(log.status().linesLost()).isPositive();
			this.hang.end();
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
		}
	}

	@Test
	void hungOpenHoldsNobodyAtTheStart() {
		try (TestWriter log = TestWriter.capture(this.folder.resolve("worker.log"), Delivery.SYNC, 1024 * 1024,
				MAX_WAIT)) {
			log.faults.onOpen = this.hang;
			log.writer.open();
			List<String> lines = appendAtOnce(log, 1000);
			MachineTime.within(SOON, await(), () -> assertThat(log.status().state()).isEqualTo(LogFileState.STALLED));
			lines.addAll(appendAtOnce(log, 1000));
			this.hang.end();
			await().until(() -> log.status().state() == LogFileState.WRITING);
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertThat(log.lines()).isEqualTo(lines);
		}
	}

	@ParameterizedTest
	@EnumSource(Delivery.class)
	void shutdownIsNotHeldForMoreThanTwoSeconds(Delivery delivery) {
		try (TestWriter log = open(delivery)) {
			log.faults.onWrite = this.hang;
			new TimedLogger(log, 0, 1).start();
			await().until(() -> !this.hang.caught().isEmpty());
			Duration start = MachineTime.now();
			log.writer.closing();
			assertThat(log.writer.drain(Duration.ofSeconds(2))).isFalse();
			assertThat(MachineTime.since(start)).isLessThan(Duration.ofSeconds(3));
		}
	}

	private TestWriter open(Delivery delivery) {
		return TestWriter.open(this.folder.resolve("worker.log"), delivery, 8 * 1024 * 1024, MAX_WAIT);
	}

	/**
	 * Appends lines whose calls do not wait: half of the longest wait for each is more
	 * than a busy machine needs.
	 */
	private static List<String> appendAtOnce(TestWriter log, int lines) {
		List<String> appended = new ArrayList<>();
		long start = System.nanoTime();
		for (int i = 0; i < lines; i++) {
			appended.add("line " + start + " " + i);
			log.append(appended.get(i));
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MAX_WAIT.multipliedBy(lines / 2));
		return appended;
	}

}
