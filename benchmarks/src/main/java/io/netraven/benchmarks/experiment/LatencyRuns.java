package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.netraven.benchmarks.contender.Contender;
import io.netraven.benchmarks.report.Measurement;

/**
 * Runs {@link PacedCalls} on a quiet disk and on one that hangs.
 */
final class LatencyRuns {

	private static final int SECONDS = 5;

	private LatencyRuns() {
	}

	static List<Measurement> onQuietDisk(Contender contender, int round) throws IOException, InterruptedException {
		LogFolder.clear();
		Jvm jvm = Jvm.start(LogFolder.path(), PacedCalls.class, contender.name(), SECONDS);
		jvm.awaitLine(PacedCalls.MEASURING);
		return jvm.output()
			.stream()
			.map((line) -> line.split(" "))
			.filter((figure) -> !figure[0].equals(PacedCalls.LONGEST_OF_THREAD))
			.map((figure) -> new Measurement("Latency of paced calls, us", contender.title(), figure[0], round,
					Double.parseDouble(figure[1]) / 1e3))
			.toList();
	}

	/**
	 * Freeze the disk for 5 seconds in the middle of it.
	 * @param contender what logs
	 * @param disk where it logs
	 * @return the longest call of the thread that was held up longest, and of the others
	 * @throws IOException if the process cannot be started
	 * @throws InterruptedException if this thread is interrupted
	 */
	static List<Measurement> onHungDisk(Contender contender, FreezableDisk disk)
			throws IOException, InterruptedException {
		Jvm jvm = Jvm.start(disk.folder(), PacedCalls.class, contender.name(), SECONDS + 3);
		jvm.awaitLine(PacedCalls.MEASURING);
		TimeUnit.SECONDS.sleep(1);
		disk.freezeFor(SECONDS);
		double[] longest = jvm.output()
			.stream()
			.filter((line) -> line.startsWith(PacedCalls.LONGEST_OF_THREAD))
			.mapToDouble((line) -> Double.parseDouble(line.split(" ")[1]) / 1e6)
			.sorted()
			.toArray();
		String experiment = "Longest call while the disk hangs, ms";
		return List.of(new Measurement(experiment, contender.title(), "longest", 1, longest[longest.length - 1]),
				new Measurement(experiment, contender.title(), "longest of the others", 1,
						longest[longest.length - 2]));
	}

}
