package io.netraven.benchmarks.report;

import java.util.Arrays;

/**
 * What one JVM has shown.
 *
 * @param throughput lines a second
 * @param cpu CPU time of the process for a line, in nanoseconds
 * @param slowCall what one call in a thousand exceeds, in microseconds
 * @param longestCall in microseconds
 */
public record Figures(double throughput, double cpu, double slowCall, double longestCall) {

	/**
	 * Print them as one line.
	 * @return a line for {@link #parse}
	 */
	public String print() {
		return this.throughput + " " + this.cpu + " " + this.slowCall + " " + this.longestCall;
	}

	public static Figures parse(String line) {
		double[] values = Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
		return new Figures(values[0], values[1], values[2], values[3]);
	}

}
