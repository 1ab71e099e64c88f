package io.netraven.benchmarks;

import java.io.IOException;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.health.LogFileHealthIndicator;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import org.springframework.boot.health.contributor.Health;

/**
 * One call of the health indicator, with its details.
 *
 * @author NetRaven maintainers
 */
@State(Scope.Benchmark)
public class HealthBenchmark {

	@SuppressWarnings("NullAway.Init")
	private NetravenLog log;

	@SuppressWarnings("NullAway.Init")
	private LogFileHealthIndicator indicator;

	@Setup(Level.Trial)
	public void open() throws IOException {
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
