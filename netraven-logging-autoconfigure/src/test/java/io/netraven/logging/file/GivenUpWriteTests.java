package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.netraven.logging.file.FaultyOperations.DiskFault;
import io.netraven.logging.file.FaultyOperations.WriteFault;
import io.netraven.logging.file.daemon.TimeLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Calls to the disk that never return, while the path leads to a disk that answers.
 */
class GivenUpWriteTests {

	private static final TimeLimits LIMITS = new TimeLimits(Duration.ofMillis(200), Duration.ofMillis(600),
			Duration.ofMillis(600), Duration.ofMillis(600), Duration.ZERO);

	@TempDir
	Path folder;

	private final Hang hang = new Hang();

	@AfterEach
	void endHang() {
		this.hang.endForGood();
	}

	@ParameterizedTest
	@EnumSource(Delivery.class)
	void hungWriteIsGivenUpWhenThePathNamesAnotherFile(Delivery delivery) throws Exception {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), delivery, LIMITS)) {
			log.append("before");
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			log.faults.onWrite = this.hang;
			TimedLogger caught = new TimedLogger(log, 0, 1);
			caught.start();
			await().until(() -> !this.hang.caught().isEmpty());
			log.faults.onWrite = WriteFault.NONE;
			Path former = Files.move(log.file, this.folder.resolve("former"));
			log.append("during");
			await().until(() -> Files.exists(log.file) && log.lines().equals(List.of("logger-0 0", "during")));
			log.append("after");
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertThat(log.status().state()).isEqualTo(LogFileState.WRITING);
			assertThat(caught.isAlive()).isEqualTo(delivery == Delivery.SYNC);
			this.hang.end();
			caught.join();
			await().until(() -> Files.readAllLines(former).size() == 2);
			log.append("long after");
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertThat(log.lines()).containsExactly("logger-0 0", "during", "after", "long after");
			assertThat(Files.readAllLines(former)).containsExactly("before", "logger-0 0");
			assertThat(log.status().linesWritten()).isEqualTo(5);
			assertThat(log.status().linesLost()).isZero();
			await().until(() -> log.followed.size() == 1);
		}
	}

	@Test
	void writeThatHangsOnTheSameFileIsNotGivenUp() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.SYNC, LIMITS)) {
			log.faults.onWrite = this.hang;
			new TimedLogger(log, 0, 1).start();
			await().until(() -> log.status().state() == LogFileState.STALLED);
			log.append("second");
			await().during(LIMITS.giveUp().multipliedBy(2)).until(() -> log.lines().isEmpty());
			this.hang.end();
			await().until(() -> log.status().state() == LogFileState.WRITING);
			assertThat(log.lines()).containsExactly("logger-0 0", "second");
		}
	}

	@Test
	void hungFileThreadIsReplacedAtMostTwice() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.SYNC, LIMITS)) {
			log.faults.onLook = this.hang;
			await().until(() -> this.hang.caught().size() == 3);
			await().during(LIMITS.replaceAgain().multipliedBy(3)).until(() -> this.hang.caught().size() == 3);
			log.append("callers write all the same");
			assertThat(log.lines()).hasSize(1);
		}
	}

	@Test
	void replacedFileThreadChangesNothingWhenItsLookFailsLate() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.ASYNC, LIMITS)) {
			Thread replaced = replaceFileThread(log);
			await().until(() -> log.recovered.size() == 1);
			this.hang.endWith(new IOException("Stale file handle"));
			await().until(() -> !replaced.isAlive());
			assertThat(log.status().state()).isEqualTo(LogFileState.WRITING);
			assertThatLinesAreWrittenAtOnce(log);
			assertThat(log.failed).hasSize(1);
		}
	}

	@Test
	void replacedFileThreadMakesNoFileWhenItsLookReturnsLate() throws Exception {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.ASYNC, LIMITS)) {
			Hang anotherLook = new Hang();
			Thread replaced = replaceFileThread(log);
			log.faults.onLook = anotherLook;
			await().until(() -> !anotherLook.caught().isEmpty());
			Files.delete(log.file);
			this.hang.end();
			await().until(() -> !replaced.isAlive());
			assertThat(log.file).doesNotExist();
			log.faults.onLook = DiskFault.NONE;
			anotherLook.end();
			await().until(() -> Files.exists(log.file));
		}
	}

	private Thread replaceFileThread(TestWriter log) {
		log.faults.onLook = this.hang;
		await().until(() -> !this.hang.caught().isEmpty());
		log.faults.onLook = DiskFault.NONE;
		log.append("written by another thread");
		await().until(() -> log.lines().size() == 1);
		return this.hang.caught().iterator().next();
	}

	private static void assertThatLinesAreWrittenAtOnce(TestWriter log) {
		int before = log.lines().size();
		Duration start = MachineTime.now();
		IntStream.range(0, 20).forEach((i) -> {
			log.append("line " + i);
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
		});
		assertThat(MachineTime.since(start)).isLessThan(Duration.ofSeconds(2));
		assertThat(log.lines()).hasSize(before + 20);
	}

}
