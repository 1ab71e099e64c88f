package io.netraven.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.openjdk.jmh.runner.RunnerException;

/**
 * What a line costs as threads, archives and the lines of an outage become more.
 *
 * @author NetRaven maintainers
 */
final class GrowthRuns {

	private static final String SUBJECT = "this library";

	private final int round;

	GrowthRuns(int round) {
		this.round = round;
	}

	List<Measurement> threads() throws RunnerException, IOException {
		List<Measurement> measurements = new ArrayList<>();
		for (int threads : new int[] { 1, 2, 4, 8, 16, 32, 64 }) {
			for (Contender contender : List.of(Contender.NETRAVEN_SYNC, Contender.NETRAVEN_ASYNC,
					Contender.BOOT_DEFAULT)) {
				measurements.addAll(new ThroughputRuns(this.round).throughput("growth: threads", contender, threads));
			}
		}
		return measurements;
	}

	List<Measurement> archives() throws IOException, InterruptedException {
		List<Measurement> measurements = new ArrayList<>();
		for (int archives : new int[] { 10, 100, 1000, 10_000 }) {
			LogFolder.clear();
			for (String line : outputOf(ArchivesCost.class, archives)) {
				measurements.add(new Measurement("growth: archives", SUBJECT, String.valueOf(archives), "cpu",
						"ns/line", this.round, Double.parseDouble(line)));
			}
		}
		return measurements;
	}

	List<Measurement> buffer() throws IOException, InterruptedException {
		List<Measurement> measurements = new ArrayList<>();
		for (int megabytes : new int[] { 1, 4, 16, 64 }) {
			LogFolder.clear();
			for (String line : outputOf(OutageCost.class, megabytes)) {
				String[] parts = line.split(" ");
				measurements.add(new Measurement("growth: buffer", SUBJECT, megabytes + " MB", parts[0], "ns/line",
						this.round, Double.parseDouble(parts[1])));
			}
		}
		return measurements;
	}

	private static List<String> outputOf(Class<?> main, int argument) throws IOException, InterruptedException {
		Process process = Jvm.start(LogFolder.path(), main, argument);
		List<String> lines;
		try (BufferedReader output = process.inputReader()) {
			lines = output.lines().toList();
		}
		if (process.waitFor() != 0) {
			throw new IOException(main.getSimpleName() + " ended with " + process.exitValue());
		}
		return lines;
	}

}
