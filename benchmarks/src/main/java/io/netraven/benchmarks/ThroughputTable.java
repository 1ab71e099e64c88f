package io.netraven.benchmarks;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Predicate;

/**
 * Compares the throughput of the contenders, beside the lines that each has lost.
 *
 * @author NetRaven maintainers
 */
final class ThroughputTable {

	private final Experiment throughput;

	private final Experiment killed;

	ThroughputTable(Results results) {
		this.throughput = new Experiment(results, "throughput");
		this.killed = new Experiment(results, "kill -9");
	}

	MarkdownTable table() {
		List<String> columns = new ArrayList<>(List.of("contender"));
		for (String threads : this.throughput.loads()) {
			columns.add("threads: " + threads);
			columns.add("ratio");
		}
		columns.add("missing after a run, most");
		columns.add("missing after kill -9, most");
		MarkdownTable table = new MarkdownTable(columns);
		this.throughput.subjects().forEach((subject) -> table.row(row(subject)));
		return table;
	}

	private List<String> row(String subject) {
		List<String> cells = new ArrayList<>(List.of(Experiment.title(subject)));
		for (String threads : this.throughput.loads()) {
			double median = this.throughput.median(subject, threads, "throughput");
			cells.add(ThreeDigits.of(median / 1e6) + range(subject, threads));
			cells.add(ThreeDigits
				.of(median / this.throughput.median(Contender.BOOT_DEFAULT.name(), threads, "throughput")));
		}
		DoubleSummaryStatistics missing = this.throughput.range(Experiment.about(subject, "missing"));
		cells.add(ThreeDigits.of(missing.getMax()));
		cells.add(ThreeDigits.of(this.killed.range(Experiment.about(subject, "missing")).getMax()));
		return cells;
	}

	private String range(String subject, String threads) {
		Predicate<Measurement> which = Experiment.about(subject, "throughput");
		DoubleSummaryStatistics range = this.throughput
			.range(which.and((measurement) -> measurement.load().equals(threads)));
		return " (%s to %s)".formatted(ThreeDigits.of(range.getMin() / 1e6), ThreeDigits.of(range.getMax() / 1e6));
	}

}
