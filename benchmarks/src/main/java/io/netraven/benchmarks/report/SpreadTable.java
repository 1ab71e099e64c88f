package io.netraven.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Compares what several JVMs of each contender have shown: medians, the lowest and the
 * highest JVM relative to the median, and the ratio of the median to that of the first
 * contender.
 */
public final class SpreadTable {

	private final Map<String, List<Figures>> jvms;

	private final List<Figures> first;

	public SpreadTable(Map<String, List<Figures>> jvms) {
		this.jvms = jvms;
		this.first = jvms.values().iterator().next();
	}

	public MarkdownTable table(int threads) {
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
		Distribution own = Distribution.of(figures.stream().mapToDouble(figure));
		Distribution reference = Distribution.of(this.first.stream().mapToDouble(figure));
		return List.of(
				"%s (%s to %s)".formatted(ThreeDigits.of(own.median()), ThreeDigits.of(own.lowest() / own.median()),
						ThreeDigits.of(own.highest() / own.median())),
				ThreeDigits.of(own.median() / reference.median()));
	}

}
