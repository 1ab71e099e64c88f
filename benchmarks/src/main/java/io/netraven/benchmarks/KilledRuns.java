package io.netraven.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills {@link FlatOut} and counts the lines whose calls had returned and that the file
 * does not have.
 *
 * @author NetRaven maintainers
 */
final class KilledRuns {

	private static final int SECONDS = 3;

	private final int round;

	KilledRuns(int round) {
		this.round = round;
	}

	List<Measurement> kill(Contender contender) throws IOException, InterruptedException {
		LogFolder.clear();
		Process process = Jvm.start(LogFolder.path(), FlatOut.class, contender.name());
		if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
			throw new IOException("The process that logs ended with " + process.exitValue());
		}
		process.destroyForcibly().waitFor();
		long[] last = FlatOut.lastReturned();
		long returned = Stream.iterate(0, (thread) -> thread + 1)
			.limit(FlatOut.THREADS)
			.mapToLong((thread) -> last[thread] / FlatOut.THREADS + 1)
			.sum();
		long inFile;
		try (Stream<Long> numbers = Line.numbers(LogFolder.file())) {
			inFile = numbers.filter((number) -> number <= last[(int) (number % FlatOut.THREADS)]).count();
		}
		return List.of(measurement(contender, "returned", returned),
				measurement(contender, "missing", returned - inFile));
	}

	private Measurement measurement(Contender contender, String metric, long lines) {
		return new Measurement("kill -9", contender.name(), String.valueOf(FlatOut.THREADS), metric, "lines",
				this.round, lines);
	}

}
