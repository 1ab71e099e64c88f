package io.netraven.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.runner.RunnerException;

/**
 * Runs every experiment, all contenders one after another in each round, so that a moment
 * in which the machine is slow hurts all of them.
 *
 * @author NetRaven maintainers
 */
public final class AllExperiments {

	private static final int COLD_STARTS = 12;

	private final Path file;

	private final Map<String, String> machine;

	private final List<Measurement> measurements = new ArrayList<>();

	private AllExperiments(Path file) throws IOException {
		this.file = file;
		this.machine = Machine.facts();
	}

	/**
	 * Run them.
	 * @param args file for the results, number of rounds, jar of the sample worker
	 * @throws Exception if an experiment cannot be made
	 */
	public static void main(String[] args) throws Exception {
		AllExperiments experiments = new AllExperiments(Path.of(args[0]));
		int rounds = Integer.parseInt(args[1]);
		for (int round = 1; round <= rounds; round++) {
			experiments.compare(round);
		}
		for (int round = 1; round <= rounds; round++) {
			experiments.grow(round);
		}
		experiments.add(ColdStarts.measure(Path.of(args[2]), COLD_STARTS));
		LogFolder.clear();
	}

	private void compare(int round) throws RunnerException, IOException, InterruptedException {
		for (int threads : new int[] { 1, 4, 16 }) {
			for (Contender contender : Contender.values()) {
				add(new ThroughputRuns(round).throughput("throughput", contender, threads));
				add(new ThroughputRuns(round).latency(contender, threads));
			}
		}
		for (Contender contender : Contender.values()) {
			add(new LatencyRuns(round).onQuietDisk(contender));
			if (contender.hasFile()) {
				add(new KilledRuns(round).kill(contender));
			}
		}
		if (FreezableDisk.isPossible()) {
			hangTheDisk(round);
		}
	}

	private void hangTheDisk(int round) throws IOException, InterruptedException {
		LogFolder.clear();
		try (FreezableDisk disk = FreezableDisk.mount(Files.createDirectories(LogFolder.path()))) {
			for (Contender contender : Contender.values()) {
				if (contender.hasFile()) {
					add(new LatencyRuns(round).onHungDisk(contender, disk));
				}
			}
		}
	}

	private void grow(int round) throws RunnerException, IOException, InterruptedException {
		GrowthRuns growth = new GrowthRuns(round);
		add(growth.archives());
		add(growth.buffer());
		add(growth.threads());
		add(new HealthRuns(round).call());
	}

	private void add(List<Measurement> more) {
		this.measurements.addAll(more);
		new Results(this.machine, this.measurements).write(this.file);
	}

}
