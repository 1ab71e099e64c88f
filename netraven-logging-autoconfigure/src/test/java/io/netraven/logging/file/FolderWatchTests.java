package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netraven.logging.file.disk.FolderWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link FolderWatch}, alone and in a writer.
 */
class FolderWatchTests {

	private static final long LONG = TimeUnit.MINUTES.toNanos(1);

	@TempDir
	Path folder;

	@Test
	@Timeout(30)
	void deletionAndCreationOfTheNameEndTheWait() throws IOException {
		Path file = Files.createFile(this.folder.resolve("worker.log"));
		try (FolderWatch watch = new FolderWatch(file)) {
			haveWatched(watch);
			Files.delete(file);
			assertThat(watch.await(LONG)).isTrue();
			Files.createFile(file);
			assertThat(watch.await(LONG)).isTrue();
		}
	}

	@Test
	void otherNamesDoNot() throws IOException {
		try (FolderWatch watch = new FolderWatch(this.folder.resolve("worker.log"))) {
			haveWatched(watch);
			Files.createFile(this.folder.resolve("other.log"));
			assertThat(watch.await(TimeUnit.MILLISECONDS.toNanos(100))).isFalse();
		}
	}

	@Test
	@Timeout(30)
	void folderThatIsRemovedEndsTheWaitAndCanBeWatchedAgain() throws IOException {
		Path logs = Files.createDirectory(this.folder.resolve("logs"));
		try (FolderWatch watch = new FolderWatch(logs.resolve("worker.log"))) {
			haveWatched(watch);
			Files.delete(logs);
			assertThat(watch.await(LONG)).isTrue();
			Files.createDirectory(logs);
			haveWatched(watch);
			Files.createFile(logs.resolve("worker.log"));
			assertThat(watch.await(LONG)).isTrue();
		}
	}

	private static void haveWatched(FolderWatch watch) {
		watch.watch();
		await().until(watch::isWatching);
	}

	/**
	 * Without the watch each of them takes half a second, since each follows a look. One
	 * that is fast shows the watch, however busy the machine is.
	 */
	@Test
	void renamedFileIsNoticedBeforeTheNextLook() {
		List<Duration> times = new ArrayList<>();
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"))) {
			for (int i = 0; i < 20; i++) {
				Path target = this.folder.resolve("former." + i);
				await().untilAsserted(() -> Files.move(log.file, target));
				long start = System.nanoTime();
				await().pollInterval(Duration.ofMillis(1)).until(() -> Files.exists(log.file));
				times.add(Duration.ofNanos(System.nanoTime() - start));
			}
		}
		Collections.sort(times);
		System.out.printf("FolderWatchTests: a renamed file is replaced after %d ms (median), %d ms (most)%n",
				times.get(times.size() / 2).toMillis(), times.get(times.size() - 1).toMillis());
		assertThat(times.get(0)).isLessThan(Duration.ofMillis(250));
	}

}
