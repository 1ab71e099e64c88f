package io.netraven.worker.comparison;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What became of the contenders, in their order, under one fault: a row of a table.
 */
record FaultRow(Fault fault, List<Figures> figures) {

	static final List<String> HEAD = List.of(
			"| fault | Spring Boot, `logging.file.name` | this library, `sync` | this library, `async` |",
			"|---|---|---|---|");

	private static final int TIMES = 10;

	/**
	 * Return the row with all figures.
	 * @return a line of Markdown
	 */
	String whole() {
		return row((figure) -> true, "<br>");
	}

	/**
	 * Return the row with the figures that differ: words that are not the same, and
	 * counts of which one is zero and another is not, or one is ten times another. A
	 * figure that the fault itself decides is left out.
	 * @return a line of Markdown
	 */
	String differences() {
		return row(this::differs, ", ");
	}

	private boolean differs(Figure figure) {
		List<Value> values = this.figures.stream()
			.map((figures) -> figures.values().get(figure))
			.filter(Objects::nonNull)
			.toList();
		return !figure.equals(this.fault.decided())
				&& values.stream().anyMatch((one) -> values.stream().anyMatch((other) -> differ(one, other)));
	}

	private static boolean differ(Value one, Value other) {
		if (one instanceof Value.Count less && other instanceof Value.Count more) {
			return less.count() < more.count() && less.count() * TIMES <= more.count();
		}
		return !one.equals(other);
	}

	private String row(Predicate<Figure> shown, String delimiter) {
		return this.figures.stream()
			.map((figures) -> cell(figures, shown, delimiter))
			.collect(Collectors.joining(" | ", "| " + this.fault.title() + " | ", " |"));
	}

	private static String cell(Figures figures, Predicate<Figure> shown, String delimiter) {
		String cell = figures.values()
			.entrySet()
			.stream()
			.filter((figure) -> shown.test(figure.getKey()))
			.map((figure) -> figure.getKey().title() + " " + figure.getValue())
			.collect(Collectors.joining(delimiter));
		return (cell.isEmpty()) ? "the same" : cell;
	}

}
