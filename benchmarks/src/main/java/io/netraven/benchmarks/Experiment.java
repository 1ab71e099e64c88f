package io.netraven.benchmarks;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The part of the results that belongs to one experiment.
 *
 * @param results all results
 * @param name name of the experiment
 * @author NetRaven maintainers
 */
record Experiment(Results results, String name) {

	boolean isEmpty() {
		return measurements().findAny().isEmpty();
	}

	Stream<Measurement> measurements() {
		return this.results.measurements().stream().filter(this::isMine);
	}

	List<String> subjects() {
		return distinct(Measurement::subject);
	}

	List<String> loads() {
		return distinct(Measurement::load);
	}

	double median(String subject, String metric) {
		return median(about(subject, metric));
	}

	double median(String subject, String load, String metric) {
		return median(about(subject, metric).and((measurement) -> measurement.load().equals(load)));
	}

	double median(Predicate<Measurement> which) {
		return this.results.median(which.and(this::isMine));
	}

	DoubleSummaryStatistics range(Predicate<Measurement> which) {
		return measurements().filter(which).mapToDouble(Measurement::value).summaryStatistics();
	}

	static Predicate<Measurement> about(String subject, String metric) {
		return (measurement) -> measurement.subject().equals(subject) && measurement.metric().equals(metric);
	}

	static String title(String subject) {
		return Arrays.stream(Contender.values())
			.filter((contender) -> contender.name().equals(subject))
			.map(Contender::title)
			.findFirst()
			.orElse(subject);
	}

	private List<String> distinct(Function<Measurement, String> property) {
		return measurements().map(property).distinct().toList();
	}

	private boolean isMine(Measurement measurement) {
		return measurement.experiment().equals(this.name);
	}

}
