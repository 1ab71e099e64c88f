package io.netraven.worker.comparison;

import java.nio.file.Path;
import java.util.Arrays;

import io.netraven.worker.NeedsRoot;
import io.netraven.worker.comparison.Ledger.OfProcess;
import io.netraven.worker.comparison.Ledger.OfThread;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file system whose writes do not return.
 */
@NeedsRoot
@Tag("alone")
class HungDiskComparisonIT {

	private static final long HANG_MILLIS = 5000;

	private static final long CAUGHT_MILLIS = 3000;

	private static final long SHUTDOWN_MILLIS = 6000;

	@TempDir
	Path folder;

	@Test
	void atMostOneThreadIsCaughtAndStdoutGoesOn() throws Exception {
		Comparison.Library library = Comparison.of(Fault.HUNG_DISK, this.folder,
				(contender, own) -> freeze(contender, own, this::hang));
		library.bothSatisfy((figures) -> {
			assertThat(figures).count(Figure.LONGEST_CALL).isLessThan(2500);
			assertThat(figures).count(Figure.STDOUT_LINES).isPositive();
			assertThat(figures).has(Figure.HEALTH_AFTER_A_SECOND, "DOWN")
				.hasNo(Figure.MISSING, Figure.TORN, Figure.DOUBLED, Figure.DISORDERED);
		});
		assertThat(library.sync()).count(Figure.THREADS_CAUGHT).isLessThanOrEqualTo(1);
		assertThat(library.async()).hasNo(Figure.THREADS_CAUGHT);
	}

	@Test
	void shutdownIsNotHeld() throws Exception {
		Comparison.Library library = Comparison.of(Fault.HUNG_DISK_SHUTDOWN, this.folder,
				(contender, own) -> freeze(contender, own, this::shutDown));
		library.bothSatisfy((figures) -> assertThat(figures).count(Figure.HOOKS_DONE).isLessThan(5000));
	}

	private Figures freeze(Contender contender, Path own, WhileFrozen measurement) throws Exception {
		try (HurtDisk disk = HurtDisk.ext4(own.resolve("disk"), own.resolve("image"));
				LoadedProcess process = LoadedProcess.start(contender, own, disk.file())) {
			process.run(1000);
			disk.freeze();
			process.run(1000);
			return measurement.measure(process, disk);
		}
	}

	private Figures hang(LoadedProcess process, HurtDisk disk) throws Exception {
		boolean down = process.ledger().get(OfProcess.DOWN) != 0;
		long before = process.stdoutLines();
		process.run(3000);
		long stdout = process.stdoutLines() - before;
		process.run(HANG_MILLIS - 4000);
		disk.thaw();
		process.run(1000);
		LoggedLines lines = process.stopLoad();
		long[] calls = process.ledger().all(OfThread.LONGEST_CALL_MILLIS);
		long[] others = Arrays.stream(calls).filter((millis) -> millis <= CAUGHT_MILLIS).toArray();
		Figures figures = new Figures().put(Figure.THREADS_CAUGHT, calls.length - others.length)
			.put(Figure.STDOUT_LINES, stdout)
			.putHealth(Figure.HEALTH_AFTER_A_SECOND, down)
			.putLines(lines, process.returned());
		return (others.length > 0) ? figures.put(Figure.LONGEST_CALL, Arrays.stream(others).max().getAsLong())
				: figures.put(Figure.LONGEST_CALL, "none");
	}

	private Figures shutDown(LoadedProcess process, HurtDisk disk) throws Exception {
		long start = System.currentTimeMillis();
		process.process().handle().destroy();
		while (process.ledger().get(OfProcess.HOOKS_DONE_AT) == 0
				&& System.currentTimeMillis() < start + SHUTDOWN_MILLIS) {
			process.run(10);
		}
		long doneAt = process.ledger().get(OfProcess.HOOKS_DONE_AT);
		disk.thaw();
		process.process().awaitExit();
		return (doneAt != 0) ? new Figures().put(Figure.HOOKS_DONE, doneAt - start)
				: new Figures().put(Figure.HOOKS_DONE, "not before the thaw");
	}

	/**
	 * What is measured while the disk hangs, and after.
	 */
	private interface WhileFrozen {

		Figures measure(LoadedProcess process, HurtDisk disk) throws Exception;

	}

}
