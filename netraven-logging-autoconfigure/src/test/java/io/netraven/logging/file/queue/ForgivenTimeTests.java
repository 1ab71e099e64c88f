package io.netraven.logging.file.queue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.daemon.TimeLimits;
import io.netraven.logging.file.disk.DiskOperations;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.live.LiveFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Time in which the process stood still is not the disk's; a turn whose holder has left
 * the engine is ended.
 */
class ForgivenTimeTests {

	@TempDir
	Path folder;

	@Test
	void aTurnThatLastsIsNoStallOnceItsTimeIsForgiven() throws Exception {
		TestQueue queue = openWithATurnTaken();
		assertThat(queue.facts().isStalled()).isFalse();
		Thread holder = queue.monitor.turn.holder();
		assertThat(holder).isSameAs(Thread.currentThread());
		queue.monitor.turn.start();
		pass(Duration.ofMillis(60));
		assertThat(queue.facts().isStalled()).isTrue();
		long lasted = queue.facts().stalledFor();
		new TurnSupervisor(queue.monitor, settings()).forgive(lasted);
		assertThat(queue.facts().stalledFor()).isLessThan(lasted);
	}

	@Test
	void aTurnWhoseHolderHasLeftIsEndedAndItsLineWritten() throws Exception {
		TestQueue queue = open();
		Thread gone = new Thread(() -> queue.callers.admission.add(TestWriter.bytes("left"), 0));
		gone.start();
		gone.join();
		assertThat(queue.monitor.turn.isFree()).isFalse();
		new TurnSupervisor(queue.monitor, settings()).endLostTurn(0);
		assertThat(queue.monitor.turn.isFree()).isTrue();
		assertThat(queue.files.torn()).isNotNull();
	}

	private TestQueue openWithATurnTaken() throws Exception {
		TestQueue queue = open();
		queue.callers.admission.add(TestWriter.bytes("a line"), 0);
		return queue;
	}

	private TestQueue open() throws Exception {
		TestQueue queue = new TestQueue(settings(), new TimeLimits(Duration.ofMillis(50), Duration.ofMinutes(1),
				Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ZERO), (gap) -> TestWriter.bytes("gap"));
		FileOperations disk = new DiskOperations();
		Path path = Files.createFile(this.folder.resolve("worker.log"));
		queue.files.offer(new LiveFile(disk.open(path, null), disk.look(path), TestWriter.LINE_END, false), false);
		assertThat(queue.files.takeTurn()).isFalse();
		return queue;
	}

	private LogFileSettings settings() {
		return TestWriter.settings("worker.log", Delivery.SYNC, 16 * 1024, TestWriter.LONG_WAIT);
	}

	private static void pass(Duration time) {
		long end = System.nanoTime() + time.toNanos();
		while (System.nanoTime() - end < 0) {
			Thread.onSpinWait();
		}
	}

}
