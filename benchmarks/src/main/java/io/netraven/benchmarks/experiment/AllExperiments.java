package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.netraven.benchmarks.contender.Contender;
import io.netraven.benchmarks.report.Measurement;
import io.netraven.benchmarks.report.Results;

/**
 * Runs every experiment that needs processes of its own, and adds what JMH has shown. The
 * contenders take turns in each round.
 */
public final class AllExperiments {

	private static final int COLD_STARTS = 10;

	private static final List<Contender> KEEPING_LINES = Arrays.stream(Contender.values())
		.filter(Contender::keepsLines)
		.toList();

	private final Path file;

	private final List<Measurement> measurements = new ArrayList<>();

	private AllExperiments(Path file) {
		this.file = file;
	}

	/**
	 * Run them.
	 * @param args file for the results, number of rounds, jar of the sample worker, file
	 * with the results of JMH
	 * @throws Exception if an experiment cannot be made
	 */
	public static void main(String[] args) throws Exception {
		AllExperiments experiments = new AllExperiments(Path.of(args[0]));
		experiments.add(JmhResults.read(Path.of(args[3])));
		for (int round = 1; round <= Integer.parseInt(args[1]); round++) {
			for (Contender contender : Contender.values()) {
				experiments.add(LatencyRuns.onQuietDisk(contender, round));
			}
			for (Contender contender : KEEPING_LINES) {
				experiments.add(KilledRuns.kill(contender, round));
			}
		}
		if (FreezableDisk.isPossible()) {
			experiments.hangTheDisk();
		}
		experiments.add(GrowthRuns.archives());
		experiments.add(GrowthRuns.buffer());
		experiments.add(ColdStarts.measure(Path.of(args[2]), COLD_STARTS));
		LogFolder.clear();
	}

	private void hangTheDisk() throws IOException, InterruptedException {
		LogFolder.clear();
		try (FreezableDisk disk = FreezableDisk.mount(Files.createDirectories(LogFolder.path()))) {
			for (Contender contender : KEEPING_LINES) {
				add(LatencyRuns.onHungDisk(contender, disk));
			}
		}
	}

	private void add(List<Measurement> more) {
		this.measurements.addAll(more);
		Results.write(this.file, this.measurements);
	}

}
