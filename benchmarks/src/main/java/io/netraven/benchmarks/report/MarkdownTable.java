package io.netraven.benchmarks.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table in Markdown.
 */
public final class MarkdownTable {

	private final StringBuilder rows = new StringBuilder();

	public MarkdownTable(List<String> columns) {
		row(columns);
		row(columns.stream().map((column) -> "---").toList());
	}

	public void row(List<String> cells) {
		this.rows.append(cells.stream()
			.map((cell) -> cell.replace("|", "\\|").replace("\n", " "))
			.collect(Collectors.joining(" | ", "| ", " |\n")));
	}

	@Override
	public String toString() {
		return this.rows.toString();
	}

}
