package io.netraven.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Report} and the tables and charts of the comparisons.
 */
class ReportTests {

	@TempDir
	Path folder;

	@Test
	void pageShowsMediansAndRangesOfEveryExperiment() throws IOException {
		assertThat(page(new Measurement("start", "one", "ms", 1, 1000), new Measurement("start", "two", "ms", 1, 2),
				new Measurement("start", "one", "ms", 2, 3000), new Measurement("start", "one", "ms", 3, 1500),
				new Measurement("kill", "one | two", "lines", 1, 0)))
			.contains("\n## start\n\n|  | ms |\n| --- | --- |\n| one | 1,500 (1,000 to 3,000) |\n| two | 2 |\n")
			.contains("\n## kill\n\n|  | lines |\n| --- | --- |\n| one \\| two | 0 |\n")
			.contains("| processor | ");
	}

	@Test
	void figureThatWasNotMeasuredIsADash() throws IOException {
		assertThat(page(new Measurement("start", "one", "ms", 1, 1), new Measurement("start", "two", "MB", 1, 2)))
			.contains("| one | 1 | - |\n| two | - | 2 |\n");
	}

	@Test
	void separateJvmsAreShownWithMedianSpreadAndRatioOfMedians() {
		Map<String, List<Figures>> jvms = new LinkedHashMap<>();
		jvms.put("first", List.of(new Figures(100, 40, 8, 20), new Figures(300, 20, 8, 20)));
		jvms.put("second",
				List.of(new Figures(150, 60, 4, 40), new Figures(300, 60, 2, 10), new Figures(330, 54, 4, 20)));
		assertThat(new SpreadTable(jvms).table(4).toString()).endsWith("""
				| first | 200 (0.5 to 1.5) | 1 | 30 (0.667 to 1.33) | 1 | 8 (1 to 1) | 1 | 20 (1 to 1) | 1 |
				| second | 300 (0.5 to 1.1) | 1.5 | 60 (0.9 to 1) | 2 | 4 (0.5 to 1) | 0.5 | 20 (0.5 to 2) | 1 |
				""");
	}

	@Test
	void chartIsMermaidBeginsAtZeroAndQuotesNames() {
		BarChart chart = new BarChart("Throughput");
		chart.bar("Spring Boot's \"default\"", 1);
		chart.bar("limit: [encode]", 1.5);
		assertThat(chart.toString()).isEqualTo("""
				```mermaid
				xychart-beta horizontal
				    title "Throughput"
				    x-axis ["Spring Boot's 'default'", "limit: [encode]"]
				    y-axis 0 --> 2
				    bar [1.000, 1.500]
				```
				""");
	}

	private String page(Measurement... measurements) throws IOException {
		Path results = this.folder.resolve("results.json");
		Results.write(results, List.of(measurements));
		Path page = this.folder.resolve("results.md");
		Report.main(new String[] { results.toString(), page.toString() });
		return Files.readString(page);
	}

}
