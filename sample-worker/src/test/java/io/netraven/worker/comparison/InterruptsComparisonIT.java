package io.netraven.worker.comparison;

import java.nio.file.Path;
import java.util.Arrays;

import io.netraven.worker.comparison.Ledger.OfThread;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Threads that are interrupted before and during their log calls.
 */
@Tag("alone")
class InterruptsComparisonIT {

	@TempDir
	Path folder;

	@Test
	void interruptedThreadsHaveTheirLinesWrittenAndStayInterrupted() throws Exception {
		Comparison.Library library = Comparison.of(Fault.INTERRUPTS, this.folder, (contender, own) -> {
			try (LoadedProcess process = LoadedProcess.start(contender, own, own.resolve("worker.log"),
					"--load.interrupts=true")) {
				process.run(3000);
				LoggedLines lines = process.stopLoad();
				long kept = Arrays.stream(process.ledger().all(OfThread.INTERRUPTS)).sum();
				long lost = Arrays.stream(process.ledger().all(OfThread.LOST_INTERRUPTS)).sum();
				return new Figures().putLines(lines, process.returned())
					.put(Figure.KEPT_INTERRUPTS, kept)
					.put(Figure.LOST_INTERRUPTS, lost);
			}
		});
		library.bothSatisfy((figures) -> assertThat(figures)
			.hasNo(Figure.MISSING, Figure.TORN, Figure.DOUBLED, Figure.DISORDERED, Figure.LOST_INTERRUPTS)
			.count(Figure.KEPT_INTERRUPTS)
			.isPositive());
	}

}
