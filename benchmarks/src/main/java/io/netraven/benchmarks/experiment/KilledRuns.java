package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.netraven.benchmarks.contender.Contender;
import io.netraven.benchmarks.contender.Line;
import io.netraven.benchmarks.report.Measurement;

/**
 * Kills {@link FlatOut} and counts the lines whose calls had returned and that the file
 * does not have.
 */
final class KilledRuns {

	private static final int SECONDS = 3;

	private KilledRuns() {
	}

	static List<Measurement> kill(Contender contender, int round) throws IOException, InterruptedException {
		LogFolder.clear();
		Jvm jvm = Jvm.start(LogFolder.path(), FlatOut.class, contender.name());
		jvm.awaitLine(FlatOut.LOGGING);
		if (jvm.process().waitFor(SECONDS, TimeUnit.SECONDS)) {
			throw new IOException("The process that logs has ended with " + jvm.process().exitValue());
		}
		jvm.kill();
		long[] last = FlatOut.lastReturned();
		long returned = LongStream.of(last).map((number) -> number / FlatOut.THREADS + 1).sum();
		long inFile;
		try (Stream<Long> numbers = Line.numbers(LogFolder.file())) {
			inFile = numbers.filter((number) -> number <= last[(int) (number % FlatOut.THREADS)]).count();
		}
		return List.of(new Measurement("Killed after " + SECONDS + " s of " + FlatOut.THREADS + " threads, lines",
				contender.title(), "missing", round, (double) returned - inFile));
	}

}
