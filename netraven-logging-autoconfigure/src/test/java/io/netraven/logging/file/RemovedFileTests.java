package io.netraven.logging.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.netraven.logging.file.FaultyOperations.DiskFault;
import io.netraven.logging.file.FaultyOperations.WriteFault;
import io.netraven.logging.file.daemon.TimeLimits;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What is logged between the removal of the live file and its discovery is at the head of
 * the new file.
 */
@EnabledOnOs(OS.LINUX)
class RemovedFileTests {

	private static final int REMOVALS = 30;

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(Delivery.class)
	void removalUnderLoadLosesNothingThatCameAfterIt(Delivery delivery) throws Exception {
		Path live = this.folder.resolve("worker.log");
		LogFileSettings settings = TestWriter.settings(live.toString(), delivery, 8 * 1024 * 1024,
				TestWriter.LONG_WAIT);
		List<RemovedFile> removed = new ArrayList<>();
		List<FlatOutLogger> loggers;
		String last;
		try (WriterRig log = WriterRig.open(this.folder, settings)) {
			patiently().until(() -> Files.exists(live));
			loggers = List.of(new FlatOutLogger(log, "a"), new FlatOutLogger(log, "b"));
			loggers.forEach(Thread::start);
			for (int i = 0; i < REMOVALS; i++) {
				removed.add(remove(log, loggers));
				patiently().until(() -> Files.exists(live));
			}
			for (FlatOutLogger logger : loggers) {
				logger.end();
			}
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertThat(log.status().linesLost()).isZero();
			last = log.content();
		}
		for (int i = 0; i < REMOVALS; i++) {
			NumberedLines next = new NumberedLines((i + 1 < REMOVALS) ? removed.get(i + 1).content() : last);
			for (FlatOutLogger logger : loggers) {
				next.assertContinues(logger.getName(), removed.get(i));
			}
		}
		assertThat(removed).as("with lines behind its removal").anyMatch(RemovedFile::hasLinesBehindItsRemoval);
		removed.forEach(RemovedFile::close);
	}

	/**
	 * Removes the live file while lines are written to it, some time after the path was
	 * seen to name it.
	 */
	private RemovedFile remove(WriterRig log, List<FlatOutLogger> loggers) throws IOException {
		Path live = log.folder.live();
		loggers.forEach((logger) -> logger.allow(2000));
		patiently().until(() -> live.toFile().length() > 0);
		FileChannel file = FileChannel.open(live, StandardOpenOption.READ);
		long before = file.size();
		int looks = log.faults.looks.get();
		patiently().until(() -> log.faults.looks.get() > looks + 1);
		loggers.forEach((logger) -> logger.allow(100_000));
		long flowing = file.size();
		patiently().until(() -> file.size() > flowing);
		long atRemoval = file.size();
		Files.delete(live);
		return new RemovedFile(file, before, atRemoval);
	}

	@Test
	void lineOfATurnInProgressIsCopiedOnceThatEnds() throws Exception {
		Hang hang = new Hang();
		try (TestWriter log = openWithOneLine()) {
			log.append("two");
			log.faults.onWrite = hang;
			Thread caller = new Thread(() -> log.append("three"));
			caller.start();
			await().until(() -> !hang.caught().isEmpty());
			log.faults.onWrite = WriteFault.NONE;
			Files.delete(log.file);
			await().until(() -> Files.exists(this.folder.resolve(".worker.log.next")));
			Thread next = new Thread(() -> log.append("four"));
			next.start();
			hang.end();
			caller.join();
			next.join();
			await().until(() -> log.followed.size() == 1);
			assertThat(log.lines()).containsExactly("two", "three", "four");
		}
	}

	@Test
	void longLinesAreCopiedWhole() throws IOException {
		String line = "x".repeat(200_000);
		try (TestWriter log = openWithOneLine()) {
			Files.delete(log.file);
			log.append(line + 1);
			log.append(line + 2);
			await().until(() -> log.followed.size() == 1);
			log.append("after");
			assertThat(log.lines()).containsExactly(line + 1, line + 2, "after");
		}
	}

	@Test
	void folderThatIsRemovedLosesNothingThatCameAfterIt() throws IOException {
		Path logs = this.folder.resolve("logs");
		try (TestWriter log = openWithOneLine(logs.resolve("worker.log"))) {
			Files.delete(log.file);
			Files.delete(logs);
			log.append("two");
			Files.createDirectory(logs);
			await().until(() -> log.followed.size() == 1);
			log.append("after");
			assertThat(log.lines()).containsExactly("two", "after");
		}
	}

	@Test
	void fileWithAnotherNameIsNotCopied() throws IOException {
		try (TestWriter log = openWithOneLine()) {
			Path kept = Files.createLink(this.folder.resolve("kept"), log.file);
			Files.delete(log.file);
			log.append("two");
			await().until(() -> log.followed.size() == 1);
			log.append("after");
			assertThat(kept).hasContent("one\ntwo");
			assertThat(log.lines()).containsExactly("after");
		}
	}

	@Test
	void fileWithOtherWritersIsNotCopied() throws IOException {
		try (TestWriter log = openWithOneLine()) {
			Files.writeString(log.file, "theirs\n", StandardOpenOption.APPEND);
			Files.delete(log.file);
			log.append("two");
			await().until(() -> log.followed.size() == 1);
			log.append("after");
			assertThat(log.lines()).containsExactly("after");
		}
	}

	@Test
	void fileThatCannotBeReadIsLeftAsItIsAndThatIsSaid() throws IOException {
		try (TestWriter log = openWithOneLine()) {
			log.faults.onRead = RemovedFileTests::refuse;
			Files.delete(log.file);
			log.append("two");
			await().until(() -> log.followed.size() == 1);
			log.append("after");
			assertThat(log.lines()).containsExactly("after");
			assertThat(log.followed.get(0)).contains(
					"1 line written since it was last seen in its place included: 0 bytes of these are written again,"
							+ " the others cannot be: Input/output error");
			assertThat(log.status().isHealthy()).isTrue();
		}
	}

	@Test
	void newFileThatCannotTakeTheLinesIsWrittenToAllTheSame() throws IOException {
		try (TestWriter log = openWithOneLine()) {
			log.append("two");
			log.faults.onWrite = (length) -> {
				log.faults.onWrite = WriteFault.NONE;
				return 2;
			};
			Files.delete(log.file);
			await().until(() -> log.followed.size() == 1);
			log.append("after");
			assertThat(log.lines()).containsExactly("tw", "after");
			assertThat(log.followed.get(0)).contains("the others cannot be: No space left on device");
		}
	}

	@Test
	void writeThatFailsBetweenTheRemovalAndItsDiscoveryLosesNothing() throws IOException {
		try (TestWriter log = openWithOneLine()) {
			Files.delete(log.file);
			log.append("two");
			log.faults.onWrite = (length) -> {
				log.faults.onWrite = WriteFault.NONE;
				return 3;
			};
			log.append("torn");
			await().until(() -> log.followed.size() == 1);
			await().until(() -> log.status().state() == LogFileState.WRITING);
			log.append("after");
			assertThat(log.lines()).containsExactly("two", "torn", "after");
		}
	}

	@Test
	void threadThatHangsWhileItCopiesHoldsNobodyUpForGood() throws Exception {
		Hang hang = new Hang();
		TimeLimits limits = new TimeLimits(TestWriter.LONG_WAIT, TestWriter.LONG_WAIT, Duration.ofSeconds(1),
				TestWriter.LONG_WAIT, Duration.ZERO);
		Path live = this.folder.resolve("worker.log");
		try (TestWriter log = TestWriter.open(live, Delivery.SYNC, limits)) {
			Hang rest = new Hang();
			log.faults.onWrite = rest;
			Thread caller = new Thread(() -> log.append("one"));
			caller.start();
			patiently().until(() -> !rest.caught().isEmpty());
			log.faults.onWrite = WriteFault.NONE;
			Files.delete(live);
			patiently().until(() -> Files.exists(this.folder.resolve(".worker.log.next")));
			log.faults.onRead = hang;
			rest.end();
			caller.join();
			patiently().until(() -> !hang.caught().isEmpty());
			patiently().until(() -> Files.exists(live));
			log.append("two");
			patiently().until(() -> log.lines().contains("two"));
			log.faults.onRead = DiskFault.NONE;
			hang.endForGood();
			log.append("three");
			assertThat(log.lines()).containsExactly("two", "three");
		}
	}

	private TestWriter openWithOneLine() {
		return openWithOneLine(this.folder.resolve("worker.log"));
	}

	/**
	 * One line is in the file, and the path has been seen to name it since.
	 */
	private static TestWriter openWithOneLine(Path file) {
		TestWriter log = TestWriter.open(file);
		log.append("one");
		int looks = log.faults.looks.get();
		await().until(() -> log.faults.looks.get() > looks + 1);
		return log;
	}

	private static void refuse() throws IOException {
		throw new IOException("Input/output error");
	}

	private static ConditionFactory patiently() {
		return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(2));
	}

}
