package io.netraven.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Report}.
 *
 * @author NetRaven maintainers
 */
class ReportTests {

	private final List<Measurement> measurements = new ArrayList<>();

	@TempDir
	Path folder;

	@BeforeEach
	void writeReport() throws IOException {
		add("throughput", "BOOT_DEFAULT", "1", "throughput", 1_000_000, 1_200_000, 1_100_000);
		add("throughput", "NETRAVEN_SYNC", "1", "throughput", 2_000_000, 2_750_000, 3_000_000);
		add("throughput", "one & <two>", "1", "throughput", 500_000);
		add("kill -9", "NETRAVEN_SYNC", "4", "missing", 0);
		add("paced latency", "NETRAVEN_SYNC", "1000 lines/s", "p50", 3);
		add("growth: threads", "NETRAVEN_SYNC", "1", "cpu", 400);
		add("growth: threads", "NETRAVEN_SYNC", "64", "cpu", 500);
		add("growth: buffer", "this library", "16 MB", "kept", 300);
		add("cold start", "Spring Boot's file", "", "start", 1000, 2000, 3000);
		add("cold start", "this library's file", "", "start", 1010, 2030, 3020);
		Path file = this.folder.resolve("results.json");
		new Results(Map.of("cores", "4"), this.measurements).write(file);
		Report.main(new String[] { file.toString(), this.folder.toString() });
	}

	@Test
	void tableShowsMedianRangeAndRatio() throws IOException {
		assertThat(read("results.md"))
			.contains("| Spring Boot's default | 1.1 (1 to 1.2) | 1 |", "| this library, sync | 2.75 (2 to 3) | 2.5 |")
			.contains("| cores | 4 |");
	}

	@Test
	void startsAreComparedByRound() throws IOException {
		assertThat(read("results.md")).contains("median 20 ms, quartiles 15 and 25 ms, 3 pairs");
	}

	@Test
	void chartEscapesNames() throws IOException {
		assertThat(read("throughput.svg")).contains("one &amp; &lt;two&gt;").doesNotContain("<two>");
	}

	@Test
	void everyChartIsXml() throws Exception {
		for (String name : List.of("throughput.svg", "cpu.svg", "latency.svg", "growth-threads.svg",
				"growth-buffer.svg")) {
			assertThat(DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(this.folder.resolve(name).toFile())
				.getDocumentElement()
				.getTagName()).isEqualTo("svg");
		}
	}

	@Test
	void experimentThatWasNotMadeHasNoChart() {
		assertThat(this.folder.resolve("hung-disk.svg")).doesNotExist();
	}

	private void add(String experiment, String subject, String load, String metric, double... values) {
		for (int round = 1; round <= values.length; round++) {
			this.measurements.add(new Measurement(experiment, subject, load, metric, "unit", round, values[round - 1]));
		}
	}

	private String read(String name) throws IOException {
		return Files.readString(this.folder.resolve(name));
	}

}
