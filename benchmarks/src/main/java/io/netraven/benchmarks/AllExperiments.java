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
 * in which the machine is slow hurts all of them. What compares no close figures is done
 * once.
 *
 * @author NetRaven maintainers
 */
public final class AllExperiments {

	private static final int COLD_STARTS = 10;

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
		experiments.once();
		experiments.add(ColdStarts.measure(Path.of(args[2]), COLD_STARTS));
		LogFolder.clear();
	}

	private void compare(int round) throws RunnerException, IOException, InterruptedException {
		for (int threads : new int[] { 1, 4, 16 }) {
			for (Contender contender : Contender.values()) {
				add(new ThroughputRuns(round).throughput("throughput", contender, threads));
				add(List.of(CoreDistance.after(contender, threads, round)));
				if (threads > 1) {
					add(new ThroughputRuns(round).latency(contender, threads));
				}
			}
		}
		for (Contender contender : Contender.values()) {
			add(new LatencyRuns(round).onQuietDisk(contender));
			if (contender.keepsLines()) {
				add(new KilledRuns(round).kill(contender));
			}
		}
	}

	private void once() throws RunnerException, IOException, InterruptedException {
		if (FreezableDisk.isPossible()) {
			hangTheDisk();
		}
		GrowthRuns growth = new GrowthRuns(1);
		add(growth.archives());
		add(growth.buffer());
		add(growth.threads());
		add(new HealthRuns(1).call());
	}

	private void hangTheDisk() throws IOException, InterruptedException {
		LogFolder.clear();
		try (FreezableDisk disk = FreezableDisk.mount(Files.createDirectories(LogFolder.path()))) {
			for (Contender contender : Contender.values()) {
				if (contender.keepsLines()) {
					add(new LatencyRuns(1).onHungDisk(contender, disk));
				}
			}
		}
	}

	private void add(List<Measurement> more) {
		this.measurements.addAll(more);
		new Results(this.machine, this.measurements).write(this.file);
	}

}
