package io.netraven.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Draws the experiments that were made.
 *
 * @author NetRaven maintainers
 */
final class Charts {

	private final Results results;

	private final Path folder;

	Charts(Results results, Path folder) {
		this.results = results;
		this.folder = folder;
	}

	void write() throws IOException {
		writeByThreads("throughput.svg", "Throughput, million lines/s (more is better)", "throughput", 1e6);
		writeByThreads("cpu.svg", "CPU time of the whole process, ns/line (less is better)", "cpu", 1);
		writeByMetric("latency.svg", "Latency of a paced call, microseconds (less is better, logarithmic)",
				"paced latency", List.of("p50", "p99", "p99.9", "max"));
		writeByMetric("hung-disk.svg", "Longest call while the disk hangs, ms (less is better, logarithmic)",
				"hung disk", List.of("longest", "longest of the others"));
		writeLines("growth-threads.svg", "CPU time by threads, ns/line", "growth: threads", "threads", List.of("cpu"),
				Measurement::subject);
		writeLines("growth-archives.svg", "CPU time by archives in the folder, ns/line", "growth: archives", "archives",
				List.of("cpu"), Measurement::subject);
		writeLines("growth-buffer.svg", "Time by size of the outage buffer, ns/line", "growth: buffer", "buffer, MB",
				List.of("kept", "dropped", "written"), Measurement::metric);
	}

	private void writeByThreads(String file, String title, String metric, double divisor) throws IOException {
		Experiment experiment = new Experiment(this.results, "throughput");
		if (experiment.isEmpty()) {
			return;
		}
		List<String> threads = experiment.loads();
		BarChart chart = new BarChart(title, threads.stream().map((load) -> "threads: " + load).toList(), false);
		for (String subject : experiment.subjects()) {
			chart.group(Experiment.title(subject), missingAfterKill(subject),
					threads.stream()
						.mapToDouble((load) -> experiment.median(subject, load, metric) / divisor)
						.toArray());
		}
		chart.draw().write(this.folder.resolve(file));
	}

	private String missingAfterKill(String subject) {
		double missing = new Experiment(this.results, "kill -9").range(Experiment.about(subject, "missing")).getMax();
		return Double.isInfinite(missing) ? "" : "missing after kill -9: " + ThreeDigits.of(missing);
	}

	private void writeByMetric(String file, String title, String name, List<String> metrics) throws IOException {
		Experiment experiment = new Experiment(this.results, name);
		if (experiment.isEmpty()) {
			return;
		}
		BarChart chart = new BarChart(title, metrics, true);
		for (String subject : experiment.subjects()) {
			chart.group(Experiment.title(subject), "",
					metrics.stream().mapToDouble((metric) -> experiment.median(subject, metric)).toArray());
		}
		chart.draw().write(this.folder.resolve(file));
	}

	private void writeLines(String file, String title, String name, String horizontalTitle, List<String> metrics,
			Function<Measurement, String> line) throws IOException {
		Experiment experiment = new Experiment(this.results, name);
		List<Measurement> shown = experiment.measurements()
			.filter((measurement) -> metrics.contains(measurement.metric()))
			.toList();
		if (shown.isEmpty()) {
			return;
		}
		LineChart chart = new LineChart(title, horizontalTitle);
		for (String key : shown.stream().map(line).distinct().toList()) {
			NavigableMap<Double, Double> points = new TreeMap<>();
			shown.stream()
				.filter((measurement) -> line.apply(measurement).equals(key))
				.forEach((measurement) -> points.put(number(measurement.load()),
						experiment.median(measurement.subject(), measurement.load(), measurement.metric())));
			chart.line(Experiment.title(key), points);
		}
		chart.draw().write(this.folder.resolve(file));
	}

	private static double number(String load) {
		return Double.parseDouble(load.replace(" MB", ""));
	}

}
