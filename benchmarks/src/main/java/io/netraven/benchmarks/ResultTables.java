package io.netraven.benchmarks;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Writes the results as a page of tables.
 *
 * @author NetRaven maintainers
 */
final class ResultTables {

	private static final List<String> PERCENTILES = List.of("p50", "p99", "p99.9", "max");

	private final Results results;

	private final StringBuilder page = new StringBuilder();

	ResultTables(Results results) {
		this.results = results;
	}

	String page() {
		this.page.append("# Results of one run\n\n`benchmarks/run` writes this page from `results.json`. ")
			.append("Each figure is the median over the rounds.\n\n")
			.append(machine());
		section("Throughput, million lines/s (min to max), and ratio to Spring Boot's default", "throughput",
				(experiment) -> new ThroughputTable(this.results).table());
		section("CPU time, ns/line, by threads", "throughput", (experiment) -> byLoad(experiment, "cpu"));
		section("Allocation, B/line, by threads", "throughput", (experiment) -> byLoad(experiment, "allocation"));
		for (String threads : new Experiment(this.results, "flat-out latency").loads()) {
			section("Latency flat out with " + threads + " threads, us", "flat-out latency",
					(experiment) -> byMetric(experiment, threads, PERCENTILES));
		}
		section("Latency of paced calls, us", "paced latency", (experiment) -> byMetric(experiment, PERCENTILES));
		section("Longest call while the disk hangs, ms", "hung disk",
				(experiment) -> byMetric(experiment, List.of("longest", "longest of the others")));
		section("Growth: CPU time, ns/line, by threads", "growth: threads", (experiment) -> byLoad(experiment, "cpu"));
		section("Growth: CPU time, ns/line, by archives", "growth: archives",
				(experiment) -> byLoad(experiment, "cpu"));
		section("Growth: time of a call while the file is away (kept, dropped), and of writing what was kept, ns/line, by buffer",
				"growth: buffer", ResultTables::buffer);
		section("Health, us", "health", (experiment) -> byMetric(experiment, List.of("call")));
		section("Cold start: start in ms, idle CPU in ms/s, resident memory in MB", "cold start",
				(experiment) -> byMetric(experiment, List.of("start", "idle CPU", "resident memory")) + "\n"
						+ new PairedStarts(experiment).sentence() + "\n");
		section("Time between the cores right after a throughput run, ns, by threads", "between cores",
				(experiment) -> byLoad(experiment, "one way"));
		return this.page.toString();
	}

	private void section(String title, String name, Function<Experiment, Object> content) {
		Experiment experiment = new Experiment(this.results, name);
		if (!experiment.isEmpty()) {
			this.page.append("\n## ").append(title).append("\n\n").append(content.apply(experiment));
		}
	}

	private MarkdownTable machine() {
		MarkdownTable table = new MarkdownTable(List.of("machine", ""));
		this.results.machine().forEach((fact, value) -> table.row(List.of(fact, value)));
		return table;
	}

	private static MarkdownTable byLoad(Experiment experiment, String metric) {
		return table(experiment.subjects(), experiment.loads(),
				(subject) -> (load) -> experiment.median(subject, load, metric));
	}

	private static MarkdownTable byMetric(Experiment experiment, List<String> metrics) {
		return table(experiment.subjects(), metrics, (subject) -> (metric) -> experiment.median(subject, metric));
	}

	private static MarkdownTable byMetric(Experiment experiment, String load, List<String> metrics) {
		return table(experiment.subjects(), metrics, (subject) -> (metric) -> experiment.median(subject, load, metric));
	}

	private static MarkdownTable buffer(Experiment experiment) {
		List<String> metrics = List.of("kept", "dropped", "written");
		return table(metrics, experiment.loads(), (metric) -> (load) -> experiment
			.median((measurement) -> measurement.metric().equals(metric) && measurement.load().equals(load)));
	}

	private static MarkdownTable table(List<String> rows, List<String> columns,
			Function<String, Function<String, Double>> value) {
		MarkdownTable table = new MarkdownTable(Stream.concat(Stream.of(""), columns.stream()).toList());
		for (String row : rows) {
			table.row(
					Stream
						.concat(Stream.of(Experiment.title(row)),
								columns.stream().map((column) -> ThreeDigits.of(value.apply(row).apply(column))))
						.toList());
		}
		return table;
	}

}
