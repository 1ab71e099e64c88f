package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import io.netraven.benchmarks.contender.NetravenLog;
import io.netraven.logging.file.Delivery;
import io.netraven.logging.health.LogFileHealthIndicator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import org.springframework.boot.health.contributor.Health;

/**
 * One call of the health indicator, with its details.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class HealthBenchmark {

	@SuppressWarnings("NullAway.Init")
	private NetravenLog log;

	@SuppressWarnings("NullAway.Init")
	private LogFileHealthIndicator indicator;

	@Setup(Level.Trial)
	public void open() throws IOException {
		LogFolder.clear();
		this.log = NetravenLog.open(LogFolder.file(), Delivery.SYNC);
		this.log.log(1);
		this.indicator = new LogFileHealthIndicator(this.log.writer()::status);
	}

	@Benchmark
	public @Nullable Health call() {
		return this.indicator.health(true);
	}

	@TearDown(Level.Trial)
	public void close() {
		this.log.close();
	}

}
