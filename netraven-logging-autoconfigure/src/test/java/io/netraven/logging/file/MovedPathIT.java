package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A path that is moved by the tools of an operator, under load.
 */
@NeedsRoot
class MovedPathIT {

	private static final Duration SOON = Duration.ofSeconds(1);

	@TempDir
	Path folder;

	private final AtomicBoolean stop = new AtomicBoolean();

	private final List<String> appended = new ArrayList<>();

	private Thread logger = new Thread();

	@AfterEach
	void stopLogging() throws InterruptedException {
		this.stop.set(true);
		this.logger.join();
	}

	@Test
	void logrotateThatCreatesLosesNothing() throws Exception {
		Path file = Files.createDirectory(this.folder.resolve("logs")).resolve("worker.log");
		try (TestWriter log = TestWriter.open(file)) {
			startLogging(log);
			for (int i = 0; i < 3; i++) {
				logrotate(file, "create 0640 root root");
				int rotations = i + 1;
				MachineTime.within(SOON, await(), () -> assertThat(file.toFile().length()).isPositive());
				await().until(() -> log.followed.size() == rotations);
				TimeUnit.MILLISECONDS.sleep(100);
			}
			stopLogging();
			assertThat(log.followed).hasSize(3).allMatch((what) -> what.startsWith("it is " + file + ".1 now"));
			List<String> all = new ArrayList<>();
			for (String suffix : List.of(".3", ".2", ".1", "")) {
				all.addAll(Files.readAllLines(Path.of(file + suffix)));
			}
			assertThat(all).isEqualTo(this.appended);
		}
	}

	@Test
	void logrotateThatCopiesAndTruncatesLeavesNoHoleAndDoublesNothing() throws Exception {
		Path file = Files.createDirectory(this.folder.resolve("logs")).resolve("worker.log");
		try (TestWriter log = TestWriter.open(file)) {
			startLogging(log);
			logrotate(file, "copytruncate");
			await().until(() -> log.followed.size() == 1);
			stopLogging();
			assertThat(log.followed.get(0)).startsWith("it was cut to ");
			List<String> copied = Files.readAllLines(Path.of(file + ".1"));
			List<String> live = log.lines();
			List<String> all = new ArrayList<>(copied);
			all.addAll(live);
			assertThat(copied.subList(0, copied.size() - 1)).isEqualTo(this.appended.subList(0, copied.size() - 1));
			assertThat(all).doesNotHaveDuplicates();
			assertThat(live).isEqualTo(this.appended.subList(this.appended.size() - live.size(), this.appended.size()));
			assertThat(Files.readString(file)).doesNotContain("\0");
		}
	}

	@Test
	void logrotateThatCopiesAndTruncatesAQuietFileLosesNothing() throws Exception {
		Path file = Files.createDirectory(this.folder.resolve("logs")).resolve("worker.log");
		try (TestWriter log = TestWriter.open(file)) {
			log.append("before");
			logrotate(file, "copytruncate");
			log.append("after");
			assertThat(Files.readAllLines(Path.of(file + ".1"))).containsExactly("before");
			assertThat(log.lines()).containsExactly("after");
		}
	}

	@Test
	void folderIsRemovedAndMadeAgain() throws Exception {
		Path logs = Files.createDirectory(this.folder.resolve("logs"));
		try (TestWriter log = TestWriter.open(logs.resolve("worker.log"))) {
			startLogging(log);
			Volume.run("rm", "-r", logs.toString());
			MachineTime.within(SOON, await(), () -> assertThat(log.file).exists());
			await().until(() -> log.followed.size() == 1);
			stopLogging();
			assertThat(log.followed.get(0)).startsWith("it was removed");
			assertEndsWithTheLastLines(log);
		}
	}

	@Test
	void volumeMountedOverAndUnmounted() throws Exception {
		Path logs = Files.createDirectory(this.folder.resolve("logs"));
		try (TestWriter log = TestWriter.open(logs.resolve("worker.log"))) {
			startLogging(log);
			try (Volume volume = Volume.tmpfs(logs, "16m")) {
				MachineTime.within(SOON, await(), () -> assertThat(log.file.toFile().length()).isPositive());
				await().until(() -> log.followed.size() == 1);
				assertThat(log.followed.get(0)).startsWith("another volume covers it");
				TimeUnit.MILLISECONDS.sleep(100);
				volume.detach();
				await().until(() -> log.followed.size() == 2);
			}
			stopLogging();
			assertThat(log.lines()).doesNotHaveDuplicates();
			assertEndsWithTheLastLines(log, 1);
		}
	}

	@Test
	void fileCutByTheShellHasNoHole() throws Exception {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"))) {
			startLogging(log);
			Volume.run("truncate", "-s", "0", log.file.toString());
			await().until(() -> log.followed.size() == 1);
			stopLogging();
			assertThat(log.followed.get(0)).startsWith("it was cut to ");
			assertThat(Files.readString(log.file)).doesNotContain("\0");
			assertEndsWithTheLastLines(log);
		}
	}

	private void startLogging(TestWriter log) throws IOException {
		this.logger = new Thread(() -> {
			for (int i = 0; !this.stop.get(); i++) {
				this.appended.add("line " + i);
				log.append("line " + i);
			}
		});
		this.logger.start();
		await().until(() -> log.file.toFile().length() > 10_000);
	}

	private void assertEndsWithTheLastLines(TestWriter log) {
		assertEndsWithTheLastLines(log, log.lines().size());
	}

	private void assertEndsWithTheLastLines(TestWriter log, int count) {
		List<String> lines = log.lines();
		assertThat(lines).isNotEmpty();
		assertThat(lines.subList(lines.size() - count, lines.size()))
			.isEqualTo(this.appended.subList(this.appended.size() - count, this.appended.size()));
	}

	private void logrotate(Path file, String how) throws Exception {
		Path configuration = Files.writeString(this.folder.resolve("logrotate.conf"), """
				%s {
					rotate 5
					nocompress
					%s
				}
				""".formatted(file, how));
		Volume.run("logrotate", "--force", "--state", this.folder.resolve("state").toString(),
				configuration.toString());
	}

}
