package io.netraven.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Compares contenders in JVMs of their own, several of each and by turns. Shows a mode
 * that a JVM keeps for its life, and how a young JVM logs: neither can be seen where all
 * contenders share one JVM.
 *
 * @author NetRaven maintainers
 */
public final class SeparateJvms {

	private final JvmPlan plan;

	SeparateJvms(JvmPlan plan) {
		this.plan = plan;
	}

	/**
	 * Compare them and print a table for each number of threads.
	 * @param args options as in {@link JvmPlan}
	 * @throws Exception if a contender cannot be measured
	 */
	public static void main(String[] args) throws Exception {
		JvmPlan plan = JvmPlan.of(args);
		SeparateJvms comparison = new SeparateJvms(plan);
		for (int threads : plan.threads()) {
			System.out.println(comparison.compare(threads));
		}
		LogFolder.clear();
	}

	MarkdownTable compare(int threads) throws IOException, InterruptedException {
		Map<String, List<Figures>> jvms = new LinkedHashMap<>();
		this.plan.participants().forEach((participant) -> jvms.put(participant.title(), new ArrayList<>()));
		List<JvmPlan.Participant> order = new ArrayList<>(this.plan.participants());
		for (int round = 1; round <= this.plan.jvms(); round++) {
			Collections.shuffle(order, new Random(round));
			for (JvmPlan.Participant participant : order) {
				Figures figures = measure(participant, threads);
				System.err.printf("%d threads, JVM %d, %s: %s%n", threads, round, participant.title(), figures.print());
				jvms.computeIfAbsent(participant.title(), (title) -> new ArrayList<>()).add(figures);
			}
		}
		return new SpreadTable(jvms).table(threads);
	}

	private Figures measure(JvmPlan.Participant participant, int threads) throws IOException, InterruptedException {
		LogFolder.clear();
		Process process = Jvm.start(participant.classPath(), LogFolder.path(), FreshJvm.class,
				participant.contender().name(), threads, this.plan.warmUpMillis(), this.plan.measuredMillis());
		List<String> output;
		try (BufferedReader reader = process.inputReader()) {
			output = reader.lines().toList();
		}
		if (process.waitFor() != 0 || output.size() != 1) {
			throw new IOException(participant.title() + " ended with " + process.exitValue() + ": " + output);
		}
		return Figures.parse(output.get(0));
	}

}
