package io.netraven.benchmarks.experiment;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

import com.sun.management.OperatingSystemMXBean;

/**
 * A contender of {@link SideBySide}, with the classes of a build of its own.
 */
final class Competitor {

	private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

	private static final long COUNTED_NANOS = TimeUnit.MILLISECONDS.toNanos(60);

	/** After it the next one's turn begins with empty queues. */
	private static final long PAUSE_MILLIS = 25;

	private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private final String title;

	private final Path log;

	private final BiFunction<Long, Long, long[]> turns;

	private Competitor(String title, Path log, BiFunction<Long, Long, long[]> turns) {
		this.title = title;
		this.log = log;
		this.turns = turns;
	}

	/**
	 * Load a contender and open its log in a folder of its own.
	 * @param participant the contender; its title names the folder
	 * @return the competitor
	 * @throws ReflectiveOperationException if the classes are not there
	 * @throws IOException if the log cannot be opened
	 */
	@SuppressWarnings("unchecked")
	static Competitor load(Participant participant) throws ReflectiveOperationException, IOException {
		Path folder = LogFolder.path();
		System.setProperty(LogFolder.PROPERTY, folder.resolve(participant.title()).toString());
		try {
			LogFolder.clear();
			ClassLoader classes = new URLClassLoader(urls(participant.classPath()),
					ClassLoader.getPlatformClassLoader());
			Object turns = Class.forName(Turns.class.getName(), true, classes)
				.getMethod("open", String.class)
				.invoke(null, participant.contender().name());
			return new Competitor(participant.title(), LogFolder.file(), (BiFunction<Long, Long, long[]>) turns);
		}
		finally {
			System.setProperty(LogFolder.PROPERTY, folder.toString());
		}
	}

	private static URL[] urls(String classPath) throws MalformedURLException {
		List<URL> urls = new ArrayList<>();
		for (String path : classPath.split(File.pathSeparator)) {
			urls.add(Path.of(path).toUri().toURL());
		}
		return urls.toArray(URL[]::new);
	}

	String title() {
		return this.title;
	}

	/**
	 * Log with every thread at once, then cut the log. What is counted begins after a
	 * while, when the queues of those who have one are full.
	 * @param threads runs the callers
	 * @param count how many callers
	 * @return what was done while it was counted
	 * @throws InterruptedException if this thread is interrupted
	 * @throws ExecutionException if a log call has failed
	 * @throws IOException if the log cannot be cut
	 */
	Slice log(ExecutorService threads, int count) throws InterruptedException, ExecutionException, IOException {
		long begin = System.nanoTime() + LEAD_NANOS;
		Callable<long[]> turn = () -> this.turns.apply(begin, begin + COUNTED_NANOS);
		List<Future<long[]>> running = Collections.nCopies(count, turn).stream().map(threads::submit).toList();
		TimeUnit.NANOSECONDS.sleep(LEAD_NANOS);
		long cpu = this.process.getProcessCpuTime();
		long start = System.nanoTime();
		List<long[]> callers = new ArrayList<>();
		for (Future<long[]> caller : running) {
			callers.add(caller.get());
		}
		double cores = (double) (this.process.getProcessCpuTime() - cpu) / (System.nanoTime() - start);
		Thread.sleep(PAUSE_MILLIS);
		try (FileChannel file = FileChannel.open(this.log, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
			file.truncate(0);
		}
		long[] calls = callers.stream().flatMapToLong(Arrays::stream).toArray();
		double lines = (double) calls.length * Turns.CALLS_PER_SAMPLE;
		return new Slice(lines * 1e9 / COUNTED_NANOS, cores * COUNTED_NANOS / lines, calls);
	}

	/**
	 * What was done in a turn.
	 *
	 * @param throughput lines a second
	 * @param cpu CPU time of the process for a line, in nanoseconds
	 * @param calls how many nanoseconds each of a part of the calls took
	 */
	record Slice(double throughput, double cpu, long[] calls) {

	}

}
