package io.netraven.benchmarks;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Where a value stands on an axis.
 *
 * @param logarithmic whether each step is a factor
 * @param least value at the start
 * @param most value at the end
 * @param start where the axis starts in the drawing
 * @param end where it ends
 * @author NetRaven maintainers
 */
record Scale(boolean logarithmic, double least, double most, double start, double end) {

	static Scale linear(double most, double start, double end) {
		return new Scale(false, 0, (most > 0) ? most : 1, start, end);
	}

	static Scale logarithmic(double least, double most, double start, double end) {
		return new Scale(true, least, (most > least) ? most : least * 10, start, end);
	}

	static Scale decades(double[] values, double start, double end) {
		double[] positive = DoubleStream.of(values).filter((value) -> value > 0).toArray();
		double least = DoubleStream.of(positive).min().orElse(1);
		double most = DoubleStream.of(positive).max().orElse(1);
		return logarithmic(Math.pow(10, Math.ceil(Math.log10(least)) - 1), most, start, end);
	}

	double at(double value) {
		double part = this.logarithmic
				? Math.log(Math.max(value, this.least) / this.least) / Math.log(this.most / this.least)
				: value / this.most;
		return this.start + part * (this.end - this.start);
	}

	List<Double> ticks() {
		if (this.logarithmic) {
			return Stream.iterate(this.least, (tick) -> tick <= this.most * 1.0001, (tick) -> tick * 10).toList();
		}
		double step = step();
		return Stream.iterate(0, (index) -> index * step <= this.most, (index) -> index + 1)
			.map((index) -> index * step)
			.toList();
	}

	private double step() {
		double rough = this.most / 5;
		double decade = Math.pow(10, Math.floor(Math.log10(rough)));
		return DoubleStream.of(1, 2, 5, 10)
			.map((factor) -> factor * decade)
			.filter((step) -> step >= rough)
			.findFirst()
			.orElse(decade * 10);
	}

}
