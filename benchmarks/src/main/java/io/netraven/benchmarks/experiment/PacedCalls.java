package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.netraven.benchmarks.contender.Contender;
import io.netraven.benchmarks.contender.OpenLog;
import io.netraven.benchmarks.report.ThreeDigits;
import org.HdrHistogram.Histogram;

/**
 * Threads that log at a steady rate, as an application does, and how long each call
 * takes. A call that comes late because the one before it was held up is made at once.
 * Prints the longest call of each thread, then the percentiles of all of them, in
 * nanoseconds.
 */
public final class PacedCalls {

	/** What is printed once the calls are measured. */
	static final String MEASURING = "measuring";

	/** Names the figure of a thread. */
	static final String LONGEST_OF_THREAD = "thread";

	private static final int THREADS = 4;

	private static final int LINES_PER_SECOND = 10_000;

	private static final long PERIOD = TimeUnit.SECONDS.toNanos(1) * THREADS / LINES_PER_SECOND;

	private final OpenLog log;

	private final CountDownLatch warm = new CountDownLatch(THREADS);

	private PacedCalls(OpenLog log) {
		this.log = log;
	}

	/**
	 * Log for some seconds.
	 * @param args name of the contender, seconds to measure
	 * @throws Exception if the log cannot be opened
	 */
	public static void main(String[] args) throws Exception {
		try (OpenLog log = Contender.valueOf(args[0]).open(LogFolder.file())) {
			new PacedCalls(log).run(Integer.parseInt(args[1]));
		}
	}

	private void run(int seconds) throws InterruptedException, IOException {
		List<Histogram> histograms = new ArrayList<>();
		List<Thread> threads = new ArrayList<>();
		for (int i = 0; i < THREADS; i++) {
			Histogram histogram = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
			histograms.add(histogram);
			Thread thread = new Thread(() -> calls(seconds, histogram), "worker-" + i);
			threads.add(thread);
			thread.start();
		}
		this.warm.await();
		System.out.println(MEASURING);
		for (Thread thread : threads) {
			thread.join();
		}
		Histogram all = new Histogram(TimeUnit.MINUTES.toNanos(1), 3);
		for (Histogram histogram : histograms) {
			System.out.println(LONGEST_OF_THREAD + " " + histogram.getMaxValue());
			all.add(histogram);
		}
		for (double percentile : new double[] { 50, 99, 99.9 }) {
			System.out.println("p" + ThreeDigits.of(percentile) + " " + all.getValueAtPercentile(percentile));
		}
		System.out.println("max " + all.getMaxValue());
	}

	private void calls(int seconds, Histogram histogram) {
		flatOut(50_000);
		paced(2, new Histogram(histogram));
		this.warm.countDown();
		paced(seconds, histogram);
	}

	private void flatOut(int calls) {
		for (int i = 0; i < calls; i++) {
			this.log.log(i);
		}
	}

	private void paced(int seconds, Histogram histogram) {
		long due = System.nanoTime();
		long end = due + TimeUnit.SECONDS.toNanos(seconds);
		for (long number = 0; due < end; number++) {
			waitUntil(due);
			long before = System.nanoTime();
			this.log.log(number);
			histogram.recordValue(System.nanoTime() - before);
			due += PERIOD;
		}
	}

	private static void waitUntil(long due) {
		long left = due - System.nanoTime();
		while (left > 0) {
			LockSupport.parkNanos(left);
			left = due - System.nanoTime();
		}
	}

}
