package io.netraven.logging.file.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.disk.DiskOperations;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.live.LiveFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A turn that is given up between taking it and the write.
 */
class GivenUpTurnsTests {

	private final LogFileSettings settings = TestWriter.settings("worker.log", Delivery.SYNC, 16 * 1024,
			TestWriter.LONG_WAIT);

	private final TestQueue queue = new TestQueue(this.settings, TestWriter.limits(this.settings),
			(gap) -> TestWriter.bytes("gap"));

	private final TurnSupervisor supervisor = new TurnSupervisor(this.queue.monitor, this.settings);

	@TempDir
	Path folder;

	@Test
	void itsHolderLeavesTheTurnOfAnotherThreadAlone() throws Exception {
		giveUpATurnOf(true);
		Thread other = run(() -> assertThat(this.queue.files.takeTurn()).isTrue());
		assertThat(this.queue.isTurnOf(other)).isTrue();
		this.queue.write();
		this.queue.files.breakOffIfMine();
		assertThat(this.queue.isTurnOf(other)).isTrue();
		assertThat(this.folder.resolve("former.log")).isEmptyFile();
		assertThat(this.folder.resolve("next.log")).isEmptyFile();
	}

	@Test
	void itsFileStaysOpenWhileItsHolderIsInTheEngine() throws Exception {
		giveUpATurnOf(true);
		this.supervisor.endGivenUpTurns();
		assertThat(this.queue.files.pollRetired()).isNull();
	}

	@Test
	void itsFileIsClosedOnceItsHolderHasLeftTheEngine() throws Exception {
		LiveFile former = giveUpATurnOf(false);
		this.supervisor.endGivenUpTurns();
		assertThat(this.queue.files.pollRetired()).isSameAs(former);
		this.supervisor.endGivenUpTurns();
		assertThat(this.queue.files.pollRetired()).isNull();
	}

	private LiveFile giveUpATurnOf(boolean thisThread) throws Exception {
		LiveFile former = open("former.log");
		this.queue.files.offer(former, false);
		assertThat(this.queue.files.takeTurn()).isFalse();
		Runnable takesTheTurn = () -> this.queue.callers.admission.add(TestWriter.bytes("first"), 0);
		if (thisThread) {
			takesTheTurn.run();
		}
		else {
			run(takesTheTurn);
		}
		assertThat(this.queue.files.giveTurnUp(open("next.log"), 0)).isTrue();
		return former;
	}

	private static Thread run(Runnable task) throws InterruptedException {
		Thread thread = new Thread(task);
		thread.start();
		thread.join();
		return thread;
	}

	private LiveFile open(String name) throws IOException {
		FileOperations disk = new DiskOperations();
		Path path = Files.createFile(this.folder.resolve(name));
		return new LiveFile(disk.open(path, null), disk.look(path), TestWriter.LINE_END, false);
	}

}
