package io.netraven.worker.comparison;

import java.nio.file.Path;
import java.util.Arrays;

import io.netraven.worker.comparison.Ledger.OfThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Threads that are interrupted before and during their log calls.
 *
 * @author NetRaven maintainers
 */
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
				return new Figures().putLines(lines, process.returned())
					.put("interrupts", Arrays.stream(process.ledger().all(OfThread.INTERRUPTS)).sum())
					.put("lost interrupts", Arrays.stream(process.ledger().all(OfThread.LOST_INTERRUPTS)).sum());
			}
		});
		assertThat(library.both()).allSatisfy((figures) -> {
			assertThat(figures.count("missing")).isZero();
			assertThat(figures.count("torn or merged")).isZero();
			assertThat(figures.count("doubled")).isZero();
			assertThat(figures.count("out of order")).isZero();
			assertThat(figures.count("interrupts")).isPositive();
			assertThat(figures.count("lost interrupts")).isZero();
		});
	}

}
