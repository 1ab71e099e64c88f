package io.netraven.logging.file.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.FaultyOperations;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFolder;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.UntrustedFolder;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.disk.FileOperations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Errors in the archive thread, and disks that do not answer it.
 */
class ArchiveThreadErrorTests {

	private LogFolder folder;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.folder = new LogFolder(path);
	}

	@Test
	void errorInTheThreadIsSaidAndArchivesAreCompressedOnceItIsOver() throws IOException {
		try (TestWriter log = this.folder.open(Rotations.compressing(1000))) {
			log.faults.onCompress = () -> {
				throw new OutOfMemoryError("Java heap space");
			};
			log.append("x".repeat(2000));
			LogFolder.eventually(() -> assertThat(log.degraded).singleElement()
				.satisfies((said) -> assertThat(said.reason()).contains("broken off by an error")));
			assertThat(log.status().degradation()).isEqualTo(log.degraded.get(0));
			log.faults.onCompress = FaultyOperations.DiskFault.NONE;
			this.folder.awaitCompression(1000);
			LogFolder.eventually(() -> assertThat(log.status().degradation()).isNull());
			assertThat(log.failed).isEmpty();
		}
	}

	@Test
	void threadThatCannotBeStartedIsTriedAgain() throws IOException {
		Path archive = Files.writeString(this.folder.path().resolve("worker-20261122T101530.123Z.log"), "kept\n");
		RotationProblems problems = new RotationProblems(this.folder.live(), (said) -> {
			throw new OutOfMemoryError("Java heap space");
		});
		AtomicInteger starts = new AtomicInteger();
		ArchiveCare care = care(new FaultyOperations(), problems, Duration.ofDays(1), (thread) -> {
			if (starts.incrementAndGet() < 3) {
				throw new OutOfMemoryError("unable to create native thread");
			}
			thread.start();
		});
		care.tend();
		assertThat(problems.current()).isNotNull();
		LogFolder.eventually(() -> {
			care.tend();
			assertThat(ArchiveNames.compressed(archive)).exists();
		});
		LogFolder.eventually(() -> assertThat(problems.current()).isNull());
	}

	@Test
	void diskThatDoesNotAnswerTheThreadIsSeenUntilItDoes() throws IOException {
		Path archive = Files.writeString(this.folder.path().resolve("worker-20261122T101530.123Z.log"), "kept\n");
		List<WriteDiagnosis> said = new CopyOnWriteArrayList<>();
		RotationProblems problems = new RotationProblems(this.folder.live(), said::add);
		CountDownLatch answer = new CountDownLatch(1);
		FaultyOperations disk = new FaultyOperations();
		disk.onCompress = () -> awaitUninterruptibly(answer);
		ArchiveCare care = care(disk, problems, Duration.ofSeconds(1), Thread::start);
		LogFolder.eventually(() -> {
			care.tend();
			assertThat(problems.current()).isNotNull();
		});
		care.tend();
		assertThat(said).singleElement()
			.satisfies((problem) -> assertThat(problem.reason()).contains("the disk does not answer"));
		answer.countDown();
		LogFolder.eventually(() -> {
			care.tend();
			assertThat(problems.current()).isNull();
			assertThat(ArchiveNames.compressed(archive)).exists();
		});
	}

	private static void awaitUninterruptibly(CountDownLatch latch) throws IOException {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	private ArchiveCare care(FileOperations disk, RotationProblems problems, Duration limit, Consumer<Thread> starter) {
		LogFileSettings plain = TestWriter.settings(this.folder.live().toString(), Delivery.SYNC, 1024, Duration.ZERO);
		LogFileSettings settings = new LogFileSettings(plain.file(), plain.delivery(), plain.bufferSize(),
				plain.maxWait(), plain.maxRetryInterval(), plain.permissions(), null, UntrustedFolder.NOTE,
				Rotations.compressing(1000));
		return new ArchiveCare(settings, disk, this.folder.live(), Clock.systemDefaultZone(), problems,
				new ArchiveProgress(limit), starter);
	}

}
