package io.netraven.logging.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A path that comes to name another file: followed within a second, said once and
 * exactly.
 */
@EnabledOnOs(OS.LINUX)
class LeftFileTests {

	private static final Duration SOON = Duration.ofSeconds(1);

	@TempDir
	Path folder;

	@Test
	void removedFile() throws IOException {
		try (TestWriter log = openWithOneLine()) {
			Files.delete(log.file);
			log.append("two");
			log.append("three");
			assertFollows(log,
					"it was removed, and its 14 bytes with it, 2 lines written since it was last seen in its "
							+ "place included: these 10 bytes are written again, at the head of the new file");
			assertThat(log.lines()).containsExactly("two", "three", "after");
		}
	}

	@Test
	void renamedFile() throws IOException {
		try (TestWriter log = openWithOneLine()) {
			Path renamed = Files.move(log.file, this.folder.resolve("worker.log.1"));
			log.append("two");
			assertFollows(log, "it is " + renamed + " now, with all of its 8 bytes, 1 line written since");
			assertThat(Files.readAllLines(renamed)).containsExactly("one", "two");
			assertThat(log.lines()).containsExactly("after");
		}
	}

	@Test
	void fileWhosePlaceAnotherOneHasTaken() throws IOException {
		try (TestWriter log = openWithOneLine()) {
			Path other = Files.writeString(this.folder.resolve("other"), "other\n");
			Files.move(other, log.file, StandardCopyOption.REPLACE_EXISTING);
			assertFollows(log, "it was removed, and its 4 bytes with it, 0 lines written since");
			assertThat(log.lines()).containsExactly("other", "after");
		}
	}

	@Test
	void fileThatMovesWhileItIsFull() throws IOException {
		try (TestWriter log = openWithOneLine()) {
			AtomicInteger room = new AtomicInteger(2);
			log.faults.onWrite = (length) -> room.getAndSet(0);
			log.append("torn");
			Path renamed = Files.move(log.file, this.folder.resolve("worker.log.1"));
			log.faults.onWrite = FaultyOperations.WriteFault.NONE;
			await().until(() -> log.status().state() == LogFileState.WRITING);
			await().until(() -> log.followed.size() == 1);
			assertThat(Files.readAllLines(renamed)).containsExactly("one", "to");
			assertThat(log.lines()).containsExactly("torn");
		}
	}

	@Test
	void folderThatIsMovedAway() throws IOException {
		Path logs = this.folder.resolve("logs");
		try (TestWriter log = TestWriter.open(logs.resolve("worker.log"))) {
			log.append("one");
			Path moved = Files.move(logs, this.folder.resolve("moved"));
			assertFollows(log, "it is " + moved.resolve("worker.log") + " now, with all of its 4 bytes, ");
			assertThat(log.lines()).containsExactly("after");
		}
	}

	@Test
	void cutFileHasNoHole() throws IOException {
		try (TestWriter log = openWithOneLine()) {
			log.append("two");
			try (FileChannel channel = FileChannel.open(log.file, StandardOpenOption.WRITE)) {
				channel.truncate(0);
			}
			MachineTime.within(SOON, await(), () -> assertThat(log.followed).hasSize(1));
			log.append("after");
			assertThat(log.followed.get(0)).startsWith("it was cut to 0 bytes, and at least 8 bytes are gone");
			assertThat(log.lines()).containsExactly("after");
		}
	}

	@Test
	void cutFileThatFailsAfterwardsDoublesNothing() throws IOException {
		try (TestWriter log = openWithOneLine()) {
			try (FileChannel channel = FileChannel.open(log.file, StandardOpenOption.WRITE)) {
				channel.truncate(0);
			}
			MachineTime.within(SOON, await(), () -> assertThat(log.followed).hasSize(1));
			log.faults.onWrite = (length) -> Math.min(length, 3);
			log.append("a long line");
			await().until(() -> log.status().state() == LogFileState.WRITING);
			assertThat(log.lines()).containsExactly("a long line");
		}
	}

	/**
	 * One line is in the file, and the path has been seen to name it since.
	 */
	private TestWriter openWithOneLine() {
		TestWriter log = TestWriter.open(this.folder.resolve("worker.log"));
		log.append("one");
		int looks = log.faults.looks.get();
		await().until(() -> log.faults.looks.get() > looks + 1);
		return log;
	}

	private static void assertFollows(TestWriter log, String start) {
		MachineTime.within(SOON, await(), () -> assertThat(log.followed).hasSize(1));
		log.append("after");
		assertThat(log.followed).hasSize(1);
		assertThat(log.followed.get(0)).startsWith(start);
	}

}
