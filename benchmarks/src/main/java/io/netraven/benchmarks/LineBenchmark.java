package io.netraven.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One log call, flat out. Queues are full during the measurement, so an asynchronous
 * contender is as fast as its writing thread. How many lines were logged is left beside
 * the file, to be compared once the measurement is over.
 *
 * @author NetRaven maintainers
 */
@State(Scope.Benchmark)
public class LineBenchmark {

	@Param
	private Contender contender = Contender.NETRAVEN_SYNC;

	/**
	 * Everybody who logs. JMH may close the log before they are torn down, so the log
	 * counts their lines itself: they have all ended by then.
	 */
	private final Queue<Caller> callers = new ConcurrentLinkedQueue<>();

	@SuppressWarnings("NullAway.Init")
	private OpenLog log;

	@Setup(Level.Trial)
	public void open() throws IOException {
		this.log = this.contender.open(LogFolder.file());
	}

	@Benchmark
	public void line(Caller caller) {
		this.log.log(caller.next++);
	}

	@TearDown(Level.Trial)
	public void close() throws IOException {
		this.log.close();
		Files.writeString(LogFolder.count(),
				String.valueOf(this.callers.stream().mapToLong((caller) -> caller.next).sum()));
	}

	/**
	 * A thread that logs.
	 */
	@State(Scope.Thread)
	public static class Caller {

		private long next;

		@Setup(Level.Trial)
		public void register(LineBenchmark benchmark) {
			benchmark.callers.add(this);
		}

	}

}
