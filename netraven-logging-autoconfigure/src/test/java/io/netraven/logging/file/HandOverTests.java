package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.netraven.logging.file.FaultyOperations.DiskFault;
import io.netraven.logging.file.FaultyOperations.WriteFault;
import io.netraven.logging.file.daemon.TimeLimits;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The path names a new file only once nobody writes to the former one.
 */
class HandOverTests {

	private static final RotationSettings ON_DEMAND = Rotations.at(Long.MAX_VALUE / 2);

	private LogFolder folder;

	private Path hidden;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.folder = new LogFolder(path);
		this.hidden = path.resolve(".worker.log.next");
	}

	@ParameterizedTest
	@EnumSource(Delivery.class)
	void readerThatLeavesAFileOnceThePathNamesAnotherMissesNothing(Delivery delivery) throws Exception {
		LogFileSettings settings = WriterRig.settings(this.folder.path(), delivery, ON_DEMAND);
		FollowingReader reader = new FollowingReader(this.folder.live());
		List<FlatOutLogger> loggers;
		try (WriterRig log = WriterRig.open(this.folder.path(), settings)) {
			reader.start();
			loggers = List.of(new FlatOutLogger(log, "a"), new FlatOutLogger(log, "b"));
			loggers.forEach(Thread::start);
			for (int i = 0; i < 100; i++) {
				int archives = i;
				patiently().until(reader::isUpToDate);
				loggers.forEach((logger) -> logger.allow(20_000));
				patiently().until(() -> this.folder.live().toFile().length() > 0);
				log.writer.rotate();
				patiently().until(() -> this.folder.archives().size() > archives);
			}
			for (FlatOutLogger logger : loggers) {
				logger.end();
			}
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			patiently().until(reader::isUpToDate);
		}
		List<String> read = reader.end();
		for (FlatOutLogger logger : loggers) {
			logger.assertEachLineIsThereOnce(read);
		}
	}

	@Test
	void newFileIsNotShownWhileAWriteToTheFormerOneLasts() throws Exception {
		Hang hang = new Hang();
		try (TestWriter log = this.folder.open(ON_DEMAND)) {
			log.append("one");
			log.faults.onWrite = hang;
			Thread caller = new Thread(() -> log.append("two"));
			caller.start();
			await().until(() -> !hang.caught().isEmpty());
			log.faults.onWrite = WriteFault.NONE;
			log.writer.rotate();
			await().until(() -> Files.exists(this.hidden));
			await().during(Duration.ofMillis(300)).until(() -> Files.notExists(this.folder.live()));
			hang.end();
			await().until(() -> Files.exists(this.folder.live()));
			caller.join();
			assertThat(this.hidden).doesNotExist();
			log.append("three");
			assertThat(log.lines()).containsExactly("three");
			assertThat(this.folder.lines()).containsExactly("one", "two", "three");
		}
	}

	@Test
	void newFileIsShownOnceAWriteToTheFormerOneIsTooSlow() throws Exception {
		Hang hang = new Hang();
		TimeLimits limits = new TimeLimits(Duration.ofMillis(300), TestWriter.LONG_WAIT, TestWriter.LONG_WAIT,
				TestWriter.LONG_WAIT, Duration.ZERO);
		try (TestWriter log = TestWriter.open(this.folder.live(), Delivery.SYNC, limits)) {
			log.append("one");
			log.faults.onWrite = hang;
			Thread caller = new Thread(() -> log.append("two"));
			caller.start();
			await().until(() -> !hang.caught().isEmpty());
			log.faults.onWrite = WriteFault.NONE;
			log.writer.rotate();
			await().until(() -> Files.exists(this.folder.live()));
			log.append("kept in memory");
			hang.end();
			caller.join();
			await().until(() -> log.lines().equals(List.of("kept in memory")));
			assertThat(this.folder.lines()).containsExactly("one", "two", "kept in memory");
		}
	}

	@Test
	void fileSystemWithoutLinksHasItRenamed() {
		try (TestWriter log = this.folder.open(ON_DEMAND)) {
			log.faults.onLink = () -> {
				throw new IOException("Operation not supported");
			};
			rotateOnce(log);
			assertThat(log.status().degradation()).isNull();
		}
	}

	@Test
	void nameThatCannotBeGivenIsSaidAndGivenLater() {
		try (TestWriter log = this.folder.open(ON_DEMAND)) {
			log.append("one");
			DiskFault refused = () -> {
				throw new IOException("Operation not permitted");
			};
			log.faults.onLink = () -> {
				log.faults.onRename = refused;
				refused.before();
			};
			log.writer.rotate();
			await().until(() -> !log.degraded.isEmpty());
			log.append("two");
			assertThat(this.hidden).hasContent("two");
			assertThat(String.valueOf(log.status().degradation())).contains(this.hidden.toString(),
					"Operation not permitted");
			FaultyCall.endAll(log.faults);
			await().until(() -> log.status().degradation() == null);
			assertThat(log.lines()).containsExactly("two");
			assertThat(this.hidden).doesNotExist();
			assertThat(log.degraded).hasSize(1);
		}
	}

	@Test
	void fileThatSomebodyElseCreatesMeanwhileIsWrittenTo() throws Exception {
		try (TestWriter log = this.folder.open(ON_DEMAND)) {
			log.append("one");
			log.faults.onLink = () -> {
				log.faults.onLink = DiskFault.NONE;
				Files.writeString(this.folder.live(), "theirs\n");
			};
			log.writer.rotate();
			await().until(() -> log.rotated.size() == 2);
			log.append("two");
			assertThat(log.lines()).containsExactly("theirs", "two");
			assertThat(this.folder.lines()).containsExactlyInAnyOrder("one", "theirs", "two");
			assertThat(this.hidden).doesNotExist();
		}
	}

	@Test
	void newFileThatCannotBeCreatedLeavesTheFormerOneInItsPlace() {
		try (TestWriter log = this.folder.open(ON_DEMAND)) {
			log.append("one");
			log.faults.onCreate = () -> {
				throw new IOException("No space left on device");
			};
			log.writer.rotate();
			await().until(() -> !log.degraded.isEmpty());
			log.append("two");
			assertThat(log.lines()).containsExactly("one", "two");
			assertThat(this.folder.archives()).isEmpty();
			assertThat(log.status().isHealthy()).isTrue();
		}
	}

	private static ConditionFactory patiently() {
		return await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(5));
	}

	private void rotateOnce(TestWriter log) {
		log.append("one");
		log.writer.rotate();
		await().until(() -> log.rotated.size() == 1);
		log.append("two");
		assertThat(log.lines()).containsExactly("two");
		assertThat(this.folder.lines()).containsExactly("one", "two");
		assertThat(this.hidden).doesNotExist();
	}

}
