package io.netraven.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one run of all experiments has shown.
 *
 * @param machine what it ran on, by name of the fact
 * @param measurements every single figure
 * @author NetRaven maintainers
 */
record Results(Map<String, String> machine, List<Measurement> measurements) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	static Results read(Path file) {
		return JSON.readValue(file.toFile(), Results.class);
	}

	void write(Path file) {
		JSON.writeValue(file.toFile(), this);
	}

	/**
	 * Return the median over the rounds.
	 * @param which which measurements
	 * @return the median, or NaN if there is none
	 */
	double median(Predicate<Measurement> which) {
		double[] values = this.measurements.stream().filter(which).mapToDouble(Measurement::value).sorted().toArray();
		if (values.length == 0) {
			return Double.NaN;
		}
		int middle = values.length / 2;
		return (values.length % 2 == 1) ? values[middle] : (values[middle - 1] + values[middle]) / 2;
	}

}
