package io.netraven.benchmarks.experiment;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;
import io.netraven.benchmarks.contender.Contender;
import io.netraven.benchmarks.contender.OpenLog;
import io.netraven.benchmarks.report.Figures;
import org.HdrHistogram.Histogram;

/**
 * Threads that log flat out in a JVM that has done nothing else. The time of every call
 * is taken. Prints the {@link Figures} of the calls that began after the warm-up, then
 * ends without closing the log.
 */
public final class FreshJvm {

	private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private final OpenLog log;

	private final long begin;

	private final long end;

	private FreshJvm(OpenLog log, long warmUpMillis, long measuredMillis) {
		this.log = log;
		this.begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(warmUpMillis);
		this.end = this.begin + TimeUnit.MILLISECONDS.toNanos(measuredMillis);
	}

	/**
	 * Log and measure.
	 * @param args name of the contender, number of threads, milliseconds of the warm-up
	 * and of the measurement
	 * @throws Exception if the log cannot be opened or a call fails
	 */
	public static void main(String[] args) throws Exception {
		OpenLog log = Contender.valueOf(args[0]).open(LogFolder.file());
		FreshJvm jvm = new FreshJvm(log, Long.parseLong(args[2]), Long.parseLong(args[3]));
		System.out.println(jvm.run(Integer.parseInt(args[1])).print());
		System.out.flush();
		Runtime.getRuntime().halt(0);
	}

	private Figures run(int count) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(count);
		Callable<Histogram> caller = this::calls;
		List<Future<Histogram>> callers = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			callers.add(threads.submit(caller));
		}
		double cores = coresInUse();
		Histogram calls = emptyHistogram();
		for (Future<Histogram> future : callers) {
			calls.add(future.get());
		}
		double nanos = this.end - this.begin;
		return new Figures(calls.getTotalCount() * 1e9 / nanos, cores * nanos / calls.getTotalCount(),
				calls.getValueAtPercentile(99.9) / 1e3, calls.getMaxValue() / 1e3);
	}

	private double coresInUse() throws InterruptedException {
		TimeUnit.NANOSECONDS.sleep(this.begin - System.nanoTime());
		long cpu = this.process.getProcessCpuTime();
		long start = System.nanoTime();
		TimeUnit.NANOSECONDS.sleep(this.end - start);
		return (double) (this.process.getProcessCpuTime() - cpu) / (System.nanoTime() - start);
	}

	private Histogram calls() {
		logUntil(this.begin);
		return logUntil(this.end);
	}

	private Histogram logUntil(long moment) {
		Histogram calls = emptyHistogram();
		long number = 0;
		long before = System.nanoTime();
		while (before - moment < 0) {
			this.log.log(number++);
			long after = System.nanoTime();
			calls.recordValue(after - before);
			before = after;
		}
		return calls;
	}

	private static Histogram emptyHistogram() {
		return new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
	}

}
