package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Paths that cannot be written: said once, with the cure, and healed by it.
 */
@EnabledOnOs(OS.LINUX)
class UnwritablePathTests {

	@TempDir
	Path folder;

	@Test
	void folderInItsPlace() throws Exception {
		Path file = Files.createDirectory(this.folder.resolve("worker.log"));
		assertHeals(file, "is a folder", file + "/worker.log", () -> Files.delete(file));
	}

	@Test
	void parentThatIsAFile() throws Exception {
		Path parent = Files.createFile(this.folder.resolve("logs"));
		assertHeals(parent.resolve("worker.log"), parent + " is a file", "folders", () -> Files.delete(parent));
	}

	@Test
	void fifoIsNeverOpened() throws Exception {
		Path file = this.folder.resolve("worker.log");
		assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor()).isZero();
		assertHeals(file, "no regular file but a FIFO", "regular file", () -> Files.delete(file));
	}

	@Test
	void linkToADevice() throws Exception {
		Path file = Files.createSymbolicLink(this.folder.resolve("worker.log"), Path.of("/dev/full"));
		assertHeals(file, "no regular file", "regular file", () -> Files.delete(file));
	}

	@Test
	void danglingLink() throws Exception {
		Path target = this.folder.resolve("target");
		Path file = Files.createSymbolicLink(this.folder.resolve("worker.log"), target);
		assertHeals(file, "link to a file that does not exist", "ls -l", () -> Files.createFile(target));
	}

	@Test
	void linkThatLeadsBackToItself() throws Exception {
		Path file = this.folder.resolve("worker.log");
		Files.createSymbolicLink(file, file);
		assertHeals(file, "leads back to itself", "Remove the link", () -> Files.delete(file));
	}

	@Test
	void folderBehindALinkThatLeadsBackToItself() throws Exception {
		Path link = this.folder.resolve("logs");
		Files.createSymbolicLink(link, link);
		assertHeals(link.resolve("worker.log"), "a link that leads to no folder", "remove the link",
				() -> Files.delete(link));
	}

	@Test
	void missingFoldersAreMade() {
		Path file = this.folder.resolve("some/new/folder/worker.log");
		try (TestWriter log = TestWriter.open(file)) {
			log.append("one");
			assertThat(log.lines()).containsExactly("one");
			assertThat(log.failed).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource
	void pathsThatNoCureOfTheDiskHelps(String path, String reason, String remedy) {
		try (UnopenedWriter log = new UnopenedWriter(path)) {
			Outage outage = log.awaitOutage();
			assertThat(outage.diagnosis().reason()).contains(reason).doesNotContain("\0");
			assertThat(outage.diagnosis().remedy()).contains(remedy);
			assertThat(log.writer.status().linesWaiting()).isEqualTo(100);
		}
	}

	static Stream<Arguments> pathsThatNoCureOfTheDiskHelps() {
		return Stream.of(Arguments.of("/tmp/" + "x".repeat(300) + ".log", "too long", "Shorten"),
				Arguments.of("/tmp/a\0b.log", "no legal path", "Correct netraven.logging.file"),
				Arguments.of("/tmp/${NO_SUCH_THING}.log", "placeholder", "${HOSTNAME:local}"),
				Arguments.of("~/worker.log", "'~'", "${user.home}"),
				Arguments.of("/proc/no/such/folder/worker.log", "/proc/no/such/folder/worker.log", ""),
				Arguments.of("/dev/full", "no regular file", "regular file"));
	}

	private static void assertHeals(Path file, String reason, String remedy, Cure cure) throws IOException {
		try (TestWriter log = TestWriter.capture(file)) {
			log.writer.open();
			List<String> lines = IntStream.range(0, 100).mapToObj((i) -> "line " + i).toList();
			lines.forEach(log::append);
			await().until(() -> log.failed.size() == 1);
			assertThat(log.failed.get(0).diagnosis().reason()).contains(reason);
			assertThat(log.failed.get(0).diagnosis().remedy()).contains(remedy);
			assertThat(log.status().state()).isEqualTo(LogFileState.UNAVAILABLE);
			cure.apply();
			await().until(() -> log.recovered.size() == 1);
			log.append("after");
			assertThat(log.lines().subList(0, 100)).isEqualTo(lines);
			assertThat(log.lines()).hasSize(101).endsWith("after");
			assertThat(log.failed).hasSize(1);
		}
	}

	private interface Cure {

		void apply() throws IOException;

	}

	/**
	 * A writer whose path may be no path at all.
	 */
	private static final class UnopenedWriter implements AutoCloseable, LogFileListener {

		private final List<Outage> outages = new CopyOnWriteArrayList<>();

		private final LogFileWriter writer;

		UnopenedWriter(String path) {
			LogFileSettings settings = TestWriter.settings(path, Delivery.SYNC, 1024 * 1024, TestWriter.LONG_WAIT);
			this.writer = LogFileWriter.capture(settings, (gap) -> new byte[0], this);
			this.writer.open();
			IntStream.range(0, 100).forEach((i) -> this.writer.append(TestWriter.bytes("line " + i)));
		}

		Outage awaitOutage() {
			await().until(() -> this.outages.size() == 1);
			return this.outages.get(0);
		}

		@Override
		public void failed(Outage outage) {
			this.outages.add(outage);
		}

		@Override
		public void close() {
			this.writer.close();
		}

	}

}
