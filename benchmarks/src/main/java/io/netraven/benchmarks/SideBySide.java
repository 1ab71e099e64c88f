package io.netraven.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.netraven.benchmarks.Competitor.Slice;

/**
 * Compares contenders in one JVM, each with a class loader of its own, so that they may
 * come from different builds. They log by turns, for some hundredths of a second and in
 * another order each time: a moment in which the machine is slow hurts all of them, and
 * their ratio within a round is known better than any of them. The log is cut after each
 * turn, so nobody pays for new memory of the file cache.
 *
 * @author NetRaven maintainers
 */
public final class SideBySide {

	private static final int WARM_UP = 15;

	private static final int ROUNDS = 30;

	private final List<Competitor> competitors;

	private final Map<Competitor, List<Slice>> slices = new LinkedHashMap<>();

	private SideBySide(List<Competitor> competitors) {
		this.competitors = competitors;
	}

	/**
	 * Compare them and print a table.
	 * @param args number of threads, then for each contender its title, its name and its
	 * class path; the first is what the others are compared with
	 * @throws Exception if one of them cannot be loaded or fails
	 */
	public static void main(String[] args) throws Exception {
		List<Competitor> competitors = new ArrayList<>();
		for (int i = 1; i < args.length; i += 3) {
			competitors.add(Competitor.load(args[i], args[i + 1], args[i + 2]));
		}
		int callers = Integer.parseInt(args[0]);
		SideBySide comparison = new SideBySide(competitors);
		comparison.run(callers, WARM_UP);
		comparison.slices.clear();
		comparison.run(callers, ROUNDS);
		System.out.println(comparison.table(callers));
		System.exit(0);
	}

	private void run(int callers, int rounds) throws InterruptedException, ExecutionException, IOException {
		List<Competitor> order = new ArrayList<>(this.competitors);
		ExecutorService threads = Executors.newFixedThreadPool(callers);
		for (int round = 0; round < rounds; round++) {
			Collections.shuffle(order, new Random(round));
			for (Competitor competitor : order) {
				this.slices.computeIfAbsent(competitor, (first) -> new ArrayList<>())
					.add(competitor.log(threads, callers));
			}
		}
		threads.shutdown();
	}

	private String table(int callers) {
		MarkdownTable table = new MarkdownTable(List.of("threads: " + callers, "million lines/s", "ratio", "quartiles",
				"CPU time, ns/line", "ratio", "quartiles", "p99.9, us", "ratio"));
		double slowCallOfFirst = slowCall(this.competitors.get(0));
		for (Competitor competitor : this.competitors) {
			double slowCall = slowCall(competitor);
			List<String> cells = new ArrayList<>(List.of(Experiment.title(competitor.title())));
			cells.addAll(cells(competitor, (slice) -> slice.throughput() / 1e6));
			cells.addAll(cells(competitor, Slice::cpu));
			cells.add(ThreeDigits.of(slowCall / 1e3));
			cells.add(ThreeDigits.of(slowCall / slowCallOfFirst));
			table.row(cells);
		}
		return table.toString();
	}

	private List<String> cells(Competitor competitor, ToDoubleFunction<Slice> figure) {
		double[] own = figures(competitor, figure);
		double[] first = figures(this.competitors.get(0), figure);
		double[] ratios = new double[own.length];
		Arrays.setAll(ratios, (round) -> own[round] / first[round]);
		return List.of(ThreeDigits.of(quantile(own, 0.5)), ThreeDigits.of(quantile(ratios, 0.5)),
				ThreeDigits.of(quantile(ratios, 0.25)) + " to " + ThreeDigits.of(quantile(ratios, 0.75)));
	}

	private double slowCall(Competitor competitor) {
		return quantile(slices(competitor).map(Slice::calls).flatMapToLong(Arrays::stream).asDoubleStream().toArray(),
				0.999);
	}

	private double[] figures(Competitor competitor, ToDoubleFunction<Slice> figure) {
		return slices(competitor).mapToDouble(figure).toArray();
	}

	private Stream<Slice> slices(Competitor competitor) {
		return this.slices.getOrDefault(competitor, List.of()).stream();
	}

	private static double quantile(double[] figures, double part) {
		double[] sorted = figures.clone();
		Arrays.sort(sorted);
		return sorted[(int) (part * (sorted.length - 1))];
	}

}
