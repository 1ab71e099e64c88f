package io.netraven.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.util.Statistics;

/**
 * Runs {@link LineBenchmark} in a JVM of its own for each contender and number of
 * threads.
 *
 * @author NetRaven maintainers
 */
final class ThroughputRuns {

	private static final Map<String, Double> PERCENTILES = Map.of("p50", 50.0, "p99", 99.0, "p99.9", 99.9, "max",
			100.0);

	private final int round;

	ThroughputRuns(int round) {
		this.round = round;
	}

	List<Measurement> throughput(String experiment, Contender contender, int threads)
			throws RunnerException, IOException {
		RunResult run = runOnResidentMemory(options(contender, threads).mode(Mode.Throughput)
			.measurementIterations(3)
			.addProfiler(ProcessCpuProfiler.class)
			.addProfiler(GCProfiler.class));
		List<Measurement> measurements = new ArrayList<>();
		measurements.add(measurement(experiment, contender, threads, "throughput", "lines/s",
				run.getPrimaryResult().getScore()));
		measurements
			.add(measurement(experiment, contender, threads, "cpu", "ns/line", score(run, ProcessCpuProfiler.RESULT)));
		measurements
			.add(measurement(experiment, contender, threads, "allocation", "B/line", score(run, "gc.alloc.rate.norm")));
		if (contender.keepsLines()) {
			measurements
				.add(measurement(experiment, contender, threads, "missing", "lines", (double) LogFolder.missing()));
		}
		return measurements;
	}

	List<Measurement> latency(Contender contender, int threads) throws RunnerException, IOException {
		RunResult run = runOnResidentMemory(options(contender, threads).mode(Mode.SampleTime)
			.timeUnit(TimeUnit.MICROSECONDS)
			.measurementIterations(2));
		Statistics times = run.getPrimaryResult().getStatistics();
		return PERCENTILES.entrySet()
			.stream()
			.map((percentile) -> measurement("flat-out latency", contender, threads, percentile.getKey(), "us",
					times.getPercentile(percentile.getValue())))
			.toList();
	}

	private static ChainedOptionsBuilder options(Contender contender, int threads) {
		return new OptionsBuilder().include(LineBenchmark.class.getName() + "\\.")
			.param("contender", contender.name())
			.threads(threads)
			.forks(1)
			.timeUnit(TimeUnit.SECONDS)
			.warmupIterations(5)
			.warmupTime(TimeValue.seconds(1))
			.measurementTime(TimeValue.seconds(1));
	}

	private static RunResult runOnResidentMemory(ChainedOptionsBuilder options) throws RunnerException, IOException {
		LogFolder.clear();
		try (ResidentMemory memory = new ResidentMemory(LogFolder.file())) {
			memory.hold();
			return run(options);
		}
	}

	static RunResult run(ChainedOptionsBuilder options) throws RunnerException {
		options.shouldFailOnError(true)
			.jvmArgs("-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch", "-D" + LogFolder.PROPERTY + "=" + LogFolder.path());
		Collection<RunResult> results = new Runner(options.build()).run();
		return results.iterator().next();
	}

	private static double score(RunResult run, String name) {
		return Objects.requireNonNull(run.getSecondaryResults().get(name), name).getScore();
	}

	private Measurement measurement(String experiment, Contender contender, int threads, String metric, String unit,
			double value) {
		return new Measurement(experiment, contender.name(), String.valueOf(threads), metric, unit, this.round, value);
	}

}
