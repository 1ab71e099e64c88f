package io.netraven.benchmarks;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How much longer a start takes with this library than with Spring Boot's file, each
 * start compared with its neighbour of the same round.
 *
 * @author NetRaven maintainers
 */
final class PairedStarts {

	private final double[] differences;

	PairedStarts(Experiment coldStart) {
		Map<Integer, Double> boot = byRound(coldStart, "Spring Boot's file");
		this.differences = byRound(coldStart, "this library's file").entrySet()
			.stream()
			.filter((start) -> boot.containsKey(start.getKey()))
			.mapToDouble((start) -> start.getValue() - boot.getOrDefault(start.getKey(), Double.NaN))
			.sorted()
			.toArray();
	}

	String sentence() {
		return "Start with this library minus start with Spring Boot's file, by round: median %s ms, quartiles %s and %s ms, %d pairs."
			.formatted(ThreeDigits.of(quantile(0.5)), ThreeDigits.of(quantile(0.25)), ThreeDigits.of(quantile(0.75)),
					this.differences.length);
	}

	private double quantile(double part) {
		if (this.differences.length == 0) {
			return Double.NaN;
		}
		double place = part * (this.differences.length - 1);
		double below = this.differences[(int) Math.floor(place)];
		double above = this.differences[(int) Math.ceil(place)];
		return below + (above - below) * (place - Math.floor(place));
	}

	private static Map<Integer, Double> byRound(Experiment coldStart, String subject) {
		return coldStart.measurements()
			.filter(Experiment.about(subject, "start"))
			.collect(Collectors.toMap(Measurement::round, Measurement::value, (first, second) -> second));
	}

}
