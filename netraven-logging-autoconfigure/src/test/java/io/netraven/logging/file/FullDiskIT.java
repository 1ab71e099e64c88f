package io.netraven.logging.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A volume that another file fills and leaves again.
 */
@NeedsRoot
class FullDiskIT {

	@TempDir
	Path folder;

	private Volume volume;

	private Path file;

	@BeforeEach
	void mountVolume() throws Exception {
		Path logs = this.folder.resolve("logs");
		this.volume = Volume.tmpfs(logs, "1m");
		this.file = logs.resolve("worker.log");
	}

	@AfterEach
	void unmountVolume() throws Exception {
		this.volume.close();
	}

	@Test
	void everyKeptLineIsWrittenWholeOnceThereIsSpace() throws Exception {
		try (TestWriter log = TestWriter.open(this.file)) {
			log.append("before");
			Path filler = this.volume.fill();
			List<String> lines = numbered(10_000);
			lines.forEach(log::append);
			await().until(() -> log.failed.size() == 1);
			assertThat(log.failed.get(0).diagnosis().reason()).contains("no space left");
			assertThat(Files.size(this.file)).as("a short write").isGreaterThan(7);
			Files.delete(filler);
			await().until(() -> log.recovered.size() == 1);
			assertThat(log.lines().subList(1, 10_001)).isEqualTo(lines);
			assertThat(log.failed).hasSize(1);
		}
	}

	@Test
	void everyGapIsMarkedAtItsPlaceWithItsExactCount() throws Exception {
		try (TestWriter log = TestWriter.open(this.file, Delivery.SYNC, 100_000, TestWriter.LONG_WAIT)) {
			Path filler = this.volume.fill();
			List<String> lines = numbered(10_000);
			lines.forEach(log::append);
			long lost = log.status().linesLost();
			assertThat(lost).isPositive();
			Files.delete(filler);
			await().until(() -> log.status().state() == LogFileState.WRITING);
			log.append("after");
			List<String> expected = new ArrayList<>(lines.subList(0, (int) (10_000 - lost)));
			expected.add("GAP " + lost + " there is no space left for " + this.file);
			expected.add("after");
			assertThat(log.lines()).isEqualTo(expected);
		}
	}

	@Test
	void severalProcessesOnOneFullDiskWriteEveryLineWholeAndOnce() throws Exception {
		List<LoggingProcess> processes = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			processes.add(LoggingProcess.start(this.folder, this.file, "p" + i, 2, 1500));
		}
		for (int i = 0; i < 4; i++) {
			TimeUnit.MILLISECONDS.sleep(500);
			Path filler = this.volume.fill();
			TimeUnit.MILLISECONDS.sleep(700);
			Files.delete(filler);
		}
		for (LoggingProcess process : processes) {
			assertThat(process.awaitExit()).isZero();
		}
		Map<String, Integer> seen = new HashMap<>();
		List<String> behindFragments = new ArrayList<>();
		for (String line : Files.readAllLines(this.file)) {
			String whole = LoggingProcess.wholeLineAtTheEndOf(line);
			if (whole != null) {
				seen.merge(whole, 1, Integer::sum);
			}
			if (!line.equals(whole)) {
				behindFragments.add(line);
			}
		}
		assertThat(seen.values()).as("behind or in fragments: %s", behindFragments).containsOnly(1);
		assertThat(seen).hasSize(3 * 2 * 1500);
	}

	private static List<String> numbered(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "line %05d ".formatted(i) + "x".repeat(i % 70)).toList();
	}

}
