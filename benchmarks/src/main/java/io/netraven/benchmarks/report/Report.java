package io.netraven.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Condenses the results of a run to a page of tables: one for each experiment, with a row
 * for each subject and a column for each metric.
 */
public final class Report {

	private final List<Measurement> measurements;

	private Report(List<Measurement> measurements) {
		this.measurements = measurements;
	}

	/**
	 * Write the page.
	 * @param args file with the results, file for the page
	 * @throws IOException if the page cannot be written
	 */
	public static void main(String[] args) throws IOException {
		Path results = Path.of(args[0]);
		Files.writeString(Path.of(args[1]), new Report(Results.read(results)).page(Machine.of(results)));
	}

	private String page(MarkdownTable machine) {
		StringBuilder page = new StringBuilder("# Results of one run\n\n`benchmarks/run` writes this page. ")
			.append("A figure is the median over the rounds, with the lowest and the highest in brackets.\n\n")
			.append(machine);
		for (String experiment : distinct(this.measurements.stream(), Measurement::experiment)) {
			page.append("\n## ").append(experiment).append("\n\n").append(table(experiment));
		}
		return page.toString();
	}

	private MarkdownTable table(String experiment) {
		List<Measurement> mine = this.measurements.stream()
			.filter((measurement) -> measurement.experiment().equals(experiment))
			.toList();
		List<String> metrics = distinct(mine.stream(), Measurement::metric);
		MarkdownTable table = new MarkdownTable(Stream.concat(Stream.of(""), metrics.stream()).toList());
		for (String subject : distinct(mine.stream(), Measurement::subject)) {
			table.row(
					Stream
						.concat(Stream.of(subject),
								metrics.stream()
									.map((metric) -> cell(mine.stream()
										.filter((measurement) -> measurement.subject().equals(subject)
												&& measurement.metric().equals(metric))
										.map(Measurement::value)
										.toList())))
						.toList());
		}
		return table;
	}

	private static String cell(List<Double> values) {
		if (values.isEmpty()) {
			return "-";
		}
		Distribution rounds = Distribution.of(values.stream().mapToDouble(Double::doubleValue));
		String median = ThreeDigits.of(rounds.median());
		return (values.size() == 1) ? median
				: "%s (%s to %s)".formatted(median, ThreeDigits.of(rounds.lowest()), ThreeDigits.of(rounds.highest()));
	}

	private static List<String> distinct(Stream<Measurement> measurements, Function<Measurement, String> property) {
		return measurements.map(property).distinct().toList();
	}

}
