package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.netraven.benchmarks.report.Figures;
import io.netraven.benchmarks.report.MarkdownTable;
import io.netraven.benchmarks.report.SpreadTable;

/**
 * Compares contenders in JVMs of their own, several of each and by turns. Shows a mode
 * that a JVM keeps for its life, and how a young JVM logs: neither can be seen where all
 * contenders share one JVM.
 */
public final class SeparateJvms {

	private final List<Participant> participants;

	private final int jvms;

	private final Duration duration;

	SeparateJvms(List<Participant> participants, int jvms, Duration duration) {
		this.participants = participants;
		this.jvms = jvms;
		this.duration = duration;
	}

	/**
	 * Compare them and print a table for each number of threads.
	 * @param args see {@link Options}
	 * @throws Exception if a contender cannot be measured
	 */
	public static void main(String[] args) throws Exception {
		Options options = new Options(args);
		Duration duration = options.contains("young") ? Duration.YOUNG
				: options.contains("quick") ? Duration.QUICK : Duration.WARM;
		int jvms = options.number("jvms", (duration != Duration.QUICK) ? 10 : 3);
		SeparateJvms comparison = new SeparateJvms(options.participants(), jvms, duration);
		for (int threads : options.threads()) {
			System.out.println(comparison.compare(threads));
		}
		LogFolder.clear();
	}

	MarkdownTable compare(int threads) throws IOException, InterruptedException {
		Map<String, List<Figures>> figures = new LinkedHashMap<>();
		this.participants.forEach((participant) -> figures.put(participant.title(), new ArrayList<>()));
		List<Participant> order = new ArrayList<>(this.participants);
		for (int round = 1; round <= this.jvms; round++) {
			Collections.shuffle(order, new Random(round));
			for (Participant participant : order) {
				Figures measured = measure(participant, threads);
				System.err.printf("%d threads, JVM %d, %s: %s%n", threads, round, participant.title(),
						measured.print());
				figures.computeIfAbsent(participant.title(), (title) -> new ArrayList<>()).add(measured);
			}
		}
		return new SpreadTable(figures).table(threads);
	}

	private Figures measure(Participant participant, int threads) throws IOException, InterruptedException {
		LogFolder.clear();
		Jvm jvm = Jvm.start(participant.classPath(), LogFolder.path(), FreshJvm.class, participant.contender().name(),
				threads, this.duration.warmUpMillis(), this.duration.measuredMillis());
		return Figures.parse(jvm.output().get(0));
	}

	/**
	 * How long a JVM logs.
	 *
	 * @param warmUpMillis before it is measured
	 * @param measuredMillis while it is measured
	 */
	record Duration(long warmUpMillis, long measuredMillis) {

		static final Duration WARM = new Duration(3000, 5000);

		static final Duration YOUNG = new Duration(700, 1200);

		static final Duration QUICK = new Duration(1000, 2000);

	}

}
