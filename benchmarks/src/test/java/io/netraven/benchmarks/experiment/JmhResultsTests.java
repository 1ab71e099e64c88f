package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netraven.benchmarks.report.Measurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JmhResults}.
 */
class JmhResultsTests {

	@TempDir
	Path folder;

	@Test
	void allocationAndTheTimeOfAHealthCallAreRead() throws IOException {
		Path file = Files.writeString(this.folder.resolve("jmh.json"), """
				[{"benchmark": "LineBenchmark.line", "mode": "thrpt", "threads": 4,
				  "params": {"contender": "BOOT_DEFAULT"}, "primaryMetric": {"score": 0.3},
				  "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 1220.04}}},
				 {"benchmark": "HealthBenchmark.call", "mode": "avgt", "threads": 1,
				  "primaryMetric": {"score": 0.52},
				  "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 800}}}]
				""");
		assertThat(JmhResults.read(file)).containsExactly(
				new Measurement("A log call, threads: 4", "Spring Boot's default", "allocation, B", 1, 1220.04),
				new Measurement("A health call", "this library, sync", "us", 1, 0.52),
				new Measurement("A health call", "this library, sync", "allocation, B", 1, 800));
	}

}
