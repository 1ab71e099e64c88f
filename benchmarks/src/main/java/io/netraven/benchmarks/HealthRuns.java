package io.netraven.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link HealthBenchmark} in a JVM of its own.
 *
 * @author NetRaven maintainers
 */
final class HealthRuns {

	private final int round;

	HealthRuns(int round) {
		this.round = round;
	}

	List<Measurement> call() throws RunnerException, IOException {
		LogFolder.clear();
		ChainedOptionsBuilder options = new OptionsBuilder().include(HealthBenchmark.class.getName() + "\\.")
			.mode(Mode.AverageTime)
			.timeUnit(TimeUnit.MICROSECONDS)
			.forks(1)
			.warmupIterations(3)
			.warmupTime(TimeValue.seconds(1))
			.measurementIterations(3)
			.measurementTime(TimeValue.seconds(1));
		RunResult run = ThroughputRuns.run(options);
		return List.of(new Measurement("health", Contender.NETRAVEN_SYNC.name(), "", "call", "us", this.round,
				run.getPrimaryResult().getScore()));
	}

}
