package io.netraven.benchmarks.experiment;

import java.nio.file.Path;
import java.util.LongSummaryStatistics;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;

import io.netraven.benchmarks.contender.Contender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Competitor}, the half of {@link SideBySide} that measures.
 */
class SideBySideTests {

	private final ExecutorService threads = Executors.newFixedThreadPool(2);

	@TempDir
	Path folder;

	@BeforeEach
	void setFolder() {
		System.setProperty(LogFolder.PROPERTY, this.folder.toString());
	}

	@AfterEach
	void clearFolder() {
		System.clearProperty(LogFolder.PROPERTY);
		this.threads.shutdown();
	}

	@Test
	void competitorsOfOtherClassLoadersLogByTurnsAndLeaveAnEmptyLog() throws Exception {
		String classPath = System.getProperty("java.class.path");
		Competitor first = Competitor.load(new Participant("first", Contender.BOOT_DEFAULT, classPath));
		Competitor second = Competitor.load(new Participant("second", Contender.NETRAVEN_SYNC, classPath));
		assertThat(first.log(this.threads, 2).throughput()).isGreaterThan(1000);
		assertThat(second.log(this.threads, 2).cpu()).isBetween(100.0, 1e6);
		LongSummaryStatistics calls = LongStream.of(first.log(this.threads, 2).calls()).summaryStatistics();
		assertThat(calls.getMin()).isGreaterThan(100);
		assertThat(calls.getMax()).isLessThan(10_000_000_000L);
		assertThat(this.folder.resolve("first/worker.log")).isEmptyFile();
		assertThat(this.folder.resolve("second/worker.log")).isEmptyFile();
		assertThat(System.getProperty(LogFolder.PROPERTY)).isEqualTo(this.folder.toString());
	}

}
