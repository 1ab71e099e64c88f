package io.netraven.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A bar for each name, as a Mermaid chart in Markdown.
 */
public final class BarChart {

	private final String title;

	private final List<String> names = new ArrayList<>();

	private final List<String> values = new ArrayList<>();

	private double highest;

	public BarChart(String title) {
		this.title = title;
	}

	public void bar(String name, double value) {
		this.names.add(quoted(name));
		this.highest = Math.max(this.highest, value);
		this.values.add(String.format(Locale.ROOT, "%.3f", value));
	}

	private static String quoted(String text) {
		return '"' + text.replace('"', '\'') + '"';
	}

	@Override
	public String toString() {
		return """
				```mermaid
				xychart-beta horizontal
				    title %s
				    x-axis [%s]
				    y-axis 0 --> %.0f
				    bar [%s]
				```
				""".formatted(quoted(this.title), String.join(", ", this.names), Math.ceil(this.highest),
				String.join(", ", this.values));
	}

}
