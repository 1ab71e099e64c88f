package io.netraven.benchmarks.experiment;

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
import java.util.stream.IntStream;

import io.netraven.benchmarks.experiment.Competitor.Slice;
import io.netraven.benchmarks.report.BarChart;
import io.netraven.benchmarks.report.Distribution;
import io.netraven.benchmarks.report.MarkdownTable;
import io.netraven.benchmarks.report.ThreeDigits;

/**
 * Compares contenders in one JVM, each with a class loader of its own, so that they may
 * come from different builds. They log by turns, for some hundredths of a second and in
 * another order each time: a moment in which the machine is slow hurts all of them, and
 * their ratio within a round is known better than any of them. The log is cut after each
 * turn, so nobody pays for new memory of the file cache.
 */
public final class SideBySide {

	private static final int WARM_UP = 15;

	private static final int ROUNDS = 30;

	private final Map<Competitor, List<Slice>> slices = new LinkedHashMap<>();

	private final List<Slice> first;

	private SideBySide(List<Competitor> competitors) {
		competitors.forEach((competitor) -> this.slices.put(competitor, new ArrayList<>()));
		this.first = this.slices.values().iterator().next();
	}

	/**
	 * Compare them and print a table and a chart.
	 * @param args see {@link Options}
	 * @throws Exception if one of them cannot be loaded or fails
	 */
	public static void main(String[] args) throws Exception {
		Options options = new Options(args);
		List<Competitor> competitors = new ArrayList<>();
		for (Participant participant : options.participants()) {
			competitors.add(Competitor.load(participant));
		}
		for (int callers : options.threads()) {
			SideBySide comparison = new SideBySide(competitors);
			comparison.run(callers, WARM_UP);
			comparison.slices.values().forEach(List::clear);
			comparison.run(callers, ROUNDS);
			System.out.println(comparison.table(callers));
			System.out.println(comparison.chart(callers));
		}
		System.exit(0);
	}

	private void run(int callers, int rounds) throws InterruptedException, ExecutionException, IOException {
		List<Map.Entry<Competitor, List<Slice>>> order = new ArrayList<>(this.slices.entrySet());
		ExecutorService threads = Executors.newFixedThreadPool(callers);
		for (int round = 0; round < rounds; round++) {
			Collections.shuffle(order, new Random(round));
			for (Map.Entry<Competitor, List<Slice>> turn : order) {
				turn.getValue().add(turn.getKey().log(threads, callers));
			}
		}
		threads.shutdown();
	}

	private MarkdownTable table(int callers) {
		MarkdownTable table = new MarkdownTable(List.of("threads: " + callers, "million lines/s", "ratio", "quartiles",
				"CPU time, ns/line", "ratio", "quartiles", "p99.9, us", "ratio"));
		this.slices.forEach((competitor, mine) -> {
			List<String> cells = new ArrayList<>(List.of(competitor.title()));
			cells.addAll(cells(mine, (slice) -> slice.throughput() / 1e6));
			cells.addAll(cells(mine, Slice::cpu));
			cells.add(ThreeDigits.of(slowCall(mine) / 1e3));
			cells.add(ThreeDigits.of(slowCall(mine) / slowCall(this.first)));
			table.row(cells);
		});
		return table;
	}

	private BarChart chart(int callers) {
		BarChart chart = new BarChart("Throughput, ratio to the first, threads: " + callers);
		this.slices
			.forEach((competitor, mine) -> chart.bar(competitor.title(), ratios(mine, Slice::throughput).median()));
		return chart;
	}

	private List<String> cells(List<Slice> mine, ToDoubleFunction<Slice> figure) {
		Distribution ratios = ratios(mine, figure);
		return List.of(ThreeDigits.of(Distribution.of(mine.stream().mapToDouble(figure)).median()),
				ThreeDigits.of(ratios.median()),
				ThreeDigits.of(ratios.quantile(0.25)) + " to " + ThreeDigits.of(ratios.quantile(0.75)));
	}

	private Distribution ratios(List<Slice> mine, ToDoubleFunction<Slice> figure) {
		return Distribution.of(IntStream.range(0, mine.size())
			.mapToDouble(
					(round) -> figure.applyAsDouble(mine.get(round)) / figure.applyAsDouble(this.first.get(round))));
	}

	private static double slowCall(List<Slice> mine) {
		return Distribution.of(mine.stream().map(Slice::calls).flatMapToLong(Arrays::stream).asDoubleStream())
			.quantile(0.999);
	}

}
