package io.netraven.benchmarks.report;

import java.util.stream.DoubleStream;

/**
 * The values of one figure.
 */
public final class Distribution {

	private final double[] sorted;

	private Distribution(double[] sorted) {
		this.sorted = sorted;
	}

	/**
	 * Return the distribution of some values.
	 * @param values at least one
	 * @return their distribution
	 */
	public static Distribution of(DoubleStream values) {
		double[] sorted = values.sorted().toArray();
		if (sorted.length == 0) {
			throw new IllegalArgumentException("There must be a value");
		}
		return new Distribution(sorted);
	}

	public double lowest() {
		return this.sorted[0];
	}

	public double highest() {
		return this.sorted[this.sorted.length - 1];
	}

	public double median() {
		return quantile(0.5);
	}

	/**
	 * Return the value that a part of the values does not exceed.
	 * @param part between 0 and 1
	 * @return the value, interpolated between its neighbours
	 */
	public double quantile(double part) {
		double place = part * (this.sorted.length - 1);
		double below = this.sorted[(int) Math.floor(place)];
		double above = this.sorted[(int) Math.ceil(place)];
		return below + (above - below) * (place - Math.floor(place));
	}

}
