package io.netraven.worker.comparison;

import java.nio.file.Path;
import java.time.Duration;

import io.netraven.worker.NeedsRoot;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small file system that something else fills, and frees later.
 *
 * @author NetRaven maintainers
 */
@NeedsRoot
class FullDiskComparisonIT {

	@TempDir
	Path folder;

	@Test
	void keptLinesAreInTheFileOnceTheDiskIsFreed() throws Exception {
		Comparison.Library library = Comparison.of(Fault.FULL_DISK, this.folder, this::fillAndFree);
		assertThat(library.both()).allSatisfy((figures) -> {
			assertWholeAndInOrder(figures);
			assertThat(figures.count("missing")).isZero();
		});
	}

	@Test
	void linesThatCouldNotBeKeptAreMarkedAtTheirPlaceWithTheirNumber() throws Exception {
		Comparison.Library library = Comparison.of(Fault.FULL_DISK_SMALL_BUFFER, this.folder,
				(contender, own) -> fillAndFree(contender, own, "--netraven.logging.buffer-size=64KB"));
		assertThat(library.both()).allSatisfy((figures) -> {
			assertWholeAndInOrder(figures);
			assertThat(figures.count("missing")).isPositive().isEqualTo(figures.count("marked as missing"));
		});
	}

	private void assertWholeAndInOrder(Figures figures) {
		assertThat(figures.count("torn or merged")).isZero();
		assertThat(figures.count("doubled")).isZero();
		assertThat(figures.count("out of order")).isZero();
		assertThat(figures.count("missing without a mark at their place")).isZero();
		assertThat(figures.count("lines of complaint")).isBetween(2L, 9L);
		assertThat(figures.get("health meanwhile")).isEqualTo("DOWN");
		assertThat(figures.get("heals without restart")).isEqualTo("yes");
	}

	private Figures fillAndFree(Contender contender, Path own, String... settings) throws Exception {
		try (HurtDisk disk = HurtDisk.tmpfs(own.resolve("disk"), "8m");
				LoadedProcess process = LoadedProcess.start(contender, own, disk.file(), settings)) {
			process.run(1000);
			disk.fill();
			process.run(4000);
			boolean down = process.ledger().get(Ledger.OfProcess.DOWN) != 0;
			disk.free();
			boolean healed = isWrittenAgain(process, disk);
			LoggedLines lines = process.stopLoad();
			return new Figures().putLines(lines, process.returned())
				.put("marked as missing", lines.marked())
				.put("missing without a mark at their place", lines.unmarked())
				.put("lines of complaint", process.complaints().size())
				.put("health meanwhile", (down) ? "DOWN" : "UP")
				.put("heals without restart", (healed) ? "yes" : "no");
		}
	}

	private boolean isWrittenAgain(LoadedProcess process, HurtDisk disk) throws Exception {
		long[] freed = process.returned();
		try {
			Awaitility.await().atMost(Duration.ofSeconds(7)).until(() -> {
				long[] now = process.returned();
				return LoggedLines.in(disk.file()).missing(freed, now) < LoggedLines.distance(freed, now);
			});
			process.run(500);
			return true;
		}
		catch (ConditionTimeoutException ex) {
			return false;
		}
	}

}
