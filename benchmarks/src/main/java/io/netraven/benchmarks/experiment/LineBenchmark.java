package io.netraven.benchmarks.experiment;

import java.io.IOException;

import io.netraven.benchmarks.contender.Contender;
import io.netraven.benchmarks.contender.OpenLog;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One log call, for what it allocates. How fast it is, {@link SideBySide} and
 * {@link SeparateJvms} tell.
 */
@State(Scope.Benchmark)
@Threads(4)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class LineBenchmark {

	@Param
	private Contender contender = Contender.NETRAVEN_SYNC;

	@SuppressWarnings("NullAway.Init")
	private OpenLog log;

	@Setup(Level.Trial)
	public void open() throws IOException {
		LogFolder.clear();
		this.log = this.contender.open(LogFolder.file());
	}

	@Benchmark
	public void line(Caller caller) {
		this.log.log(caller.next++);
	}

	@TearDown(Level.Trial)
	public void close() throws IOException {
		this.log.close();
		LogFolder.clear();
	}

	/**
	 * A thread that logs.
	 */
	@State(Scope.Thread)
	public static class Caller {

		private long next;

	}

}
