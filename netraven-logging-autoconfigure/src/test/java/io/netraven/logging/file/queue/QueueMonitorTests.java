package io.netraven.logging.file.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.buffer.PendingLines;
import io.netraven.logging.file.disk.DiskOperations;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.disk.OpenFile;
import io.netraven.logging.file.live.LiveFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Who writes, and who gets room, one step after the other.
 */
class QueueMonitorTests {

	private static final int BUFFER = 16 * 1024;

	@TempDir
	Path folder;

	private Path path = Path.of("");

	private TestQueue queue = queue(Delivery.SYNC);

	@BeforeEach
	void open() throws IOException {
		this.path = this.folder.resolve("worker.log");
		open(Delivery.SYNC);
	}

	@Test
	void callerThatIsAloneWritesAtOnce() throws IOException {
		add("1");
		assertThat(this.queue.isMyTurn()).isTrue();
		this.queue.write();
		add("2");
		assertThat(this.queue.isMyTurn()).isTrue();
		this.queue.write();
		assertThat(Files.readAllLines(this.path)).containsExactly("1", "2");
	}

	@Test
	void callersThatWaitForRoomComeBeforeNewcomers() throws IOException {
		open(Delivery.ASYNC);
		String line = "x".repeat(100);
		while (add(line) != Admission.NO_ROOM) {
			continue;
		}
		assertThat(this.queue.callers.admission.addAfterWaiting(TestWriter.bytes(line), 0))
			.isEqualTo(Admission.NOTHING_TO_WAIT_FOR);
		assertThat(add(line)).isEqualTo(Admission.NO_ROOM);
		assertThat(this.queue.facts().linesLost()).isZero();
	}

	@Test
	void newcomersHaveAllTheRoomWhileTheFileTakesNoLines() throws IOException {
		open(Delivery.ASYNC);
		this.queue.files.fail(IoProblems.brokenOff("worker.log"));
		String line = "x".repeat(100);
		int size = line.length() + 1 + PendingLines.LINE_OVERHEAD;
		for (int i = 0; i < BUFFER / size; i++) {
			add(line);
		}
		assertThat(this.queue.facts().linesLost()).isZero();
		add(line);
		assertThat(this.queue.facts().linesLost()).isOne();
	}

	@Test
	void linesThatNobodyWaitsForGatherUntilTheFileThreadLooksAgain() throws IOException {
		open(Delivery.ASYNC);
		int gathered = 0;
		for (int i = 0; i < 100; i++) {
			add("written");
			await().pollInSameThread().until(this.queue.files::takeTurn);
			this.queue.write();
			add("left");
			if (this.queue.files.takeTurn()) {
				this.queue.write();
			}
			else {
				gathered++;
				boolean signalled = this.queue.monitor.fileThread().await(0);
				assertThat(signalled || this.queue.files.longestPause() < Long.MAX_VALUE).isTrue();
			}
		}
		assertThat(gathered).isPositive();
		if (this.queue.facts().lines() > 0) {
			await().pollInSameThread().until(this.queue.files::takeTurn);
			this.queue.write();
		}
		assertThat(Files.readAllLines(this.path)).hasSize(200);
	}

	@Test
	void linesThatGatherAreWrittenAtOnceWhenTheApplicationCloses() throws IOException {
		open(Delivery.ASYNC);
		for (int i = 0; i < 100; i++) {
			add("written");
			assertThat(this.queue.files.takeTurn()).isTrue();
			this.queue.write();
			this.queue.monitor.closing();
			add("last");
			assertThat(this.queue.files.takeTurn()).isTrue();
			this.queue.write();
			open(Delivery.ASYNC);
		}
	}

	@Test
	void linesThatGatherAreWrittenAtOnceWhenHalfOfTheBufferIsUsed() throws IOException {
		String half = "x".repeat(BUFFER / 2);
		for (int i = 0; i < 100; i++) {
			open(Delivery.ASYNC);
			add("written");
			assertThat(this.queue.files.takeTurn()).isTrue();
			this.queue.write();
			add(half);
			assertThat(this.queue.files.takeTurn()).isTrue();
			this.queue.write();
		}
	}

	private long add(String line) {
		return this.queue.callers.admission.add(TestWriter.bytes(line), 0);
	}

	private void open(Delivery delivery) throws IOException {
		this.queue = queue(delivery);
		FileOperations disk = new DiskOperations();
		OpenFile file = disk.open(this.path, null);
		this.queue.files.offer(new LiveFile(file, disk.look(this.path), TestWriter.LINE_END, false), false);
		assertThat(this.queue.files.takeTurn()).isFalse();
	}

	private static TestQueue queue(Delivery delivery) {
		LogFileSettings settings = TestWriter.settings("worker.log", delivery, BUFFER, TestWriter.LONG_WAIT);
		return new TestQueue(settings, TestWriter.limits(settings), (gap) -> TestWriter.bytes("gap"));
	}

}
