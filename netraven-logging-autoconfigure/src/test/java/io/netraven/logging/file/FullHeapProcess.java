package io.netraven.logging.file;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Fills its heap for some moments while four threads log, and prints whether its writer
 * does all of its work afterwards.
 */
public final class FullHeapProcess {

	private static final PrintStream OUT = System.out;

	private static final int THREADS = 4;

	private static final int TIMES = 5;

	private static final int MOST_LINES = 200_000;

	private static final long FULL_NANOS = Duration.ofMillis(400).toNanos();

	private static volatile Object @Nullable [] hoard;

	private FullHeapProcess() {
	}

	public static void main(String[] args) throws Exception {
		Path folder = Path.of(args[0]);
		LineLedger ledger = new LineLedger(THREADS, MOST_LINES);
		WriterRig rig = WriterRig.open(folder,
				WriterRig.settings(folder, Delivery.valueOf(args[1]), Rotations.at(1_000_000_000)));
		Liveness.patiently().until(() -> rig.status().state() == LogFileState.WRITING);
		List<NumberedLogger> loggers = IntStream.range(0, THREADS)
			.mapToObj((i) -> new NumberedLogger(rig.writer, ledger, i, MOST_LINES, 1))
			.toList();
		loggers.forEach(Thread::start);
		for (int i = 0; i < TIMES; i++) {
			awaitLines(loggers, loggers.get(0).logged() + 200);
			fillHeap();
		}
		awaitLines(loggers, loggers.get(0).logged() + 200);
		loggers.forEach(NumberedLogger::end);
		OUT.println("threads " + rig.threads() + ", " + rig.status());
		OUT.println("drained " + rig.writer.drain(Duration.ofSeconds(10)));
		ledger.read(rig.folder.live());
		List<String> verdict = ledger.verdict(0);
		OUT.println((verdict.isEmpty()) ? "every line is there or marked" : verdict);
		Liveness.assertWorksAndCloses(rig);
		OUT.println("works");
		System.exit(0);
	}

	private static void awaitLines(List<NumberedLogger> loggers, int count) {
		Liveness.patiently().until(() -> loggers.get(0).logged() >= Math.min(count, MOST_LINES));
	}

	/**
	 * Leaves no free memory, down to the smallest object, until the time is over.
	 */
	private static void fillHeap() {
		long end = System.nanoTime() + FULL_NANOS;
		int length = 64 * 1024;
		while (System.nanoTime() - end < 0) {
			try {
				Object[] more = new Object[length];
				more[0] = hoard;
				hoard = more;
			}
			catch (OutOfMemoryError ex) {
				length = Math.max(1, length / 2);
			}
		}
		hoard = null;
	}

}
