package io.netraven.worker.comparison;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;

import io.netraven.worker.NeedsRoot;
import io.netraven.worker.comparison.Ledger.OfProcess;
import io.netraven.worker.comparison.Ledger.OfThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file system whose writes do not return.
 *
 * @author NetRaven maintainers
 */
@NeedsRoot
class HungDiskComparisonIT {

	private static final long HANG_MILLIS = 5000;

	private static final long CAUGHT_MILLIS = 3000;

	private static final long SHUTDOWN_MILLIS = 6000;

	@TempDir
	Path folder;

	@Test
	void atMostOneThreadIsCaughtAndStdoutGoesOn() throws Exception {
		Comparison.Library library = Comparison.of(Fault.HUNG_DISK, this.folder, this::hang);
		assertThat(library.both()).allSatisfy((figures) -> {
			assertThat(figures.count("longest call of the other threads, ms")).isLessThan(1000);
			assertThat(figures.count("stdout lines in 3 s of it")).isPositive();
			assertThat(figures.get("health after 1 s")).isEqualTo("DOWN");
			assertThat(figures.count("missing")).isZero();
			assertThat(figures.count("torn or merged")).isZero();
			assertThat(figures.count("doubled")).isZero();
			assertThat(figures.count("out of order")).isZero();
		});
		assertThat(library.sync().count("threads caught")).isLessThanOrEqualTo(1);
		assertThat(library.async().count("threads caught")).isZero();
	}

	@Test
	void shutdownIsNotHeld() throws Exception {
		Comparison.Library library = Comparison.of(Fault.HUNG_DISK_SHUTDOWN, this.folder, this::shutDown);
		assertThat(library.both()).allSatisfy(
				(figures) -> assertThat(figures.count("ms until the shutdown hooks were done")).isLessThan(3000));
	}

	private Figures hang(Contender contender, Path own) throws Exception {
		try (HurtDisk disk = HurtDisk.ext4(own.resolve("disk"), own.resolve("image"));
				LoadedProcess process = LoadedProcess.start(contender, own, disk.file())) {
			process.run(1000);
			disk.freeze();
			process.run(1000);
			boolean down = process.ledger().get(OfProcess.DOWN) != 0;
			long before = process.stdoutLines();
			process.run(3000);
			long stdout = process.stdoutLines() - before;
			process.run(HANG_MILLIS - 4000);
			disk.thaw();
			process.run(1000);
			LoggedLines lines = process.stopLoad();
			long[] longest = process.ledger().all(OfThread.LONGEST_CALL_MILLIS);
			return new Figures()
				.put("threads caught", Arrays.stream(longest).filter((millis) -> millis > CAUGHT_MILLIS).count())
				.put("longest call of the other threads, ms", longestOfOthers(longest))
				.put("stdout lines in 3 s of it", stdout)
				.put("health after 1 s", (down) ? "DOWN" : "UP")
				.putLines(lines, process.returned());
		}
	}

	private Object longestOfOthers(long[] longest) {
		OptionalLong millis = Arrays.stream(longest).filter((call) -> call <= CAUGHT_MILLIS).max();
		return (millis.isPresent()) ? millis.getAsLong() : "(there is none)";
	}

	private Figures shutDown(Contender contender, Path own) throws Exception {
		try (HurtDisk disk = HurtDisk.ext4(own.resolve("disk"), own.resolve("image"));
				LoadedProcess process = LoadedProcess.start(contender, own, disk.file())) {
			process.run(1000);
			disk.freeze();
			process.run(1000);
			long start = System.currentTimeMillis();
			process.process().handle().destroy();
			while (process.ledger().get(OfProcess.HOOKS_DONE_AT) == 0
					&& System.currentTimeMillis() < start + SHUTDOWN_MILLIS) {
				process.run(10);
			}
			long doneAt = process.ledger().get(OfProcess.HOOKS_DONE_AT);
			disk.thaw();
			process.process().awaitExit();
			return new Figures().put("ms until the shutdown hooks were done", (doneAt != 0) ? (Object) (doneAt - start)
					: "(not before the thaw, after %d)".formatted(SHUTDOWN_MILLIS));
		}
	}

}
