package io.netraven.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@link PacedCalls} on a quiet disk and on one that hangs.
 *
 * @author NetRaven maintainers
 */
final class LatencyRuns {

	private static final int QUIET_SECONDS = 5;

	private static final int HUNG_SECONDS = 5;

	private final int round;

	LatencyRuns(int round) {
		this.round = round;
	}

	List<Measurement> onQuietDisk(Contender contender) throws IOException, InterruptedException {
		LogFolder.clear();
		Process process = Jvm.start(LogFolder.path(), PacedCalls.class, contender.name(), QUIET_SECONDS);
		return figures(process).stream()
			.filter((figure) -> !figure.name().equals("thread"))
			.map((figure) -> new Measurement("paced latency", contender.name(),
					PacedCalls.LINES_PER_SECOND + " lines/s", figure.name(), "us", this.round, figure.nanos() / 1e3))
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
	List<Measurement> onHungDisk(Contender contender, FreezableDisk disk) throws IOException, InterruptedException {
		Process process = Jvm.start(disk.folder(), PacedCalls.class, contender.name(), HUNG_SECONDS + 3);
		List<Figure> figures;
		try (BufferedReader output = process.inputReader()) {
			Jvm.awaitLine(output, PacedCalls.MEASURING);
			TimeUnit.SECONDS.sleep(1);
			disk.freezeFor(HUNG_SECONDS);
			figures = figures(process, output);
		}
		List<Figure> threads = figures.stream()
			.filter((figure) -> figure.name().equals("thread"))
			.sorted(Comparator.comparingLong(Figure::nanos).reversed())
			.toList();
		return List.of(hung(contender, "longest", threads.get(0)),
				hung(contender, "longest of the others", threads.get(1)));
	}

	private Measurement hung(Contender contender, String metric, Figure figure) {
		return new Measurement("hung disk", contender.name(), HUNG_SECONDS + " s", metric, "ms", this.round,
				figure.nanos() / 1e6);
	}

	private static List<Figure> figures(Process process) throws IOException, InterruptedException {
		try (BufferedReader output = process.inputReader()) {
			Jvm.awaitLine(output, PacedCalls.MEASURING);
			return figures(process, output);
		}
	}

	private static List<Figure> figures(Process process, BufferedReader output)
			throws IOException, InterruptedException {
		List<Figure> figures = new ArrayList<>();
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			String[] parts = line.split(" ");
			figures.add(new Figure(parts[0], Long.parseLong(parts[1])));
		}
		if (process.waitFor() != 0) {
			throw new IOException("The process that logs ended with " + process.exitValue());
		}
		return figures;
	}

	/**
	 * One line that the process prints.
	 *
	 * @param name what it is
	 * @param nanos how long
	 */
	private record Figure(String name, long nanos) {

	}

}
