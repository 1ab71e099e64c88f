package io.netraven.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Compares what several JVMs of each contender have shown: medians, the lowest and the
 * highest JVM relative to the median, and the ratio of the median to that of the first
 * contender.
 *
 * @author NetRaven maintainers
 */
final class SpreadTable {

	private final Map<String, List<Figures>> jvms;

	private final List<Figures> first;

	SpreadTable(Map<String, List<Figures>> jvms) {
		this.jvms = jvms;
		this.first = jvms.values().iterator().next();
	}

	MarkdownTable table(int threads) {
		MarkdownTable table = new MarkdownTable(List.of("threads: " + threads, "lines/s", "ratio", "CPU time, ns/line",
				"ratio", "p99.9 of a call, us", "ratio", "longest call, us", "ratio"));
		this.jvms.forEach((title, figures) -> {
			List<String> cells = new ArrayList<>(List.of(title));
			cells.addAll(cells(figures, Figures::throughput));
			cells.addAll(cells(figures, Figures::cpu));
			cells.addAll(cells(figures, Figures::slowCall));
			cells.addAll(cells(figures, Figures::longestCall));
			table.row(cells);
		});
		return table;
	}

	private List<String> cells(List<Figures> figures, ToDoubleFunction<Figures> figure) {
		double[] sorted = figures.stream().mapToDouble(figure).sorted().toArray();
		double median = median(sorted);
		return List.of(
				"%s (%s to %s)".formatted(ThreeDigits.of(median), ThreeDigits.of(sorted[0] / median),
						ThreeDigits.of(sorted[sorted.length - 1] / median)),
				ThreeDigits.of(median / medianOfFirst(figure)));
	}

	private double medianOfFirst(ToDoubleFunction<Figures> figure) {
		return median(this.first.stream().mapToDouble(figure).sorted().toArray());
	}

	private static double median(double[] sorted) {
		int middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
