package io.netraven.worker.comparison;

import java.nio.file.Path;

import io.netraven.worker.NeedsRoot;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A small file system that something else fills, and frees later.
 */
@NeedsRoot
@Tag("alone")
class FullDiskComparisonIT {

	@TempDir
	Path folder;

	@Test
	void keptLinesAreInTheFileOnceTheDiskIsFreed() throws Exception {
		Comparison.Library library = Comparison.of(Fault.FULL_DISK, this.folder, this::fillAndFree);
		library.bothSatisfy((figures) -> assertWholeAndInOrder(figures).hasNo(Figure.MISSING));
	}

	@Test
	void linesThatCouldNotBeKeptAreMarkedAtTheirPlaceWithTheirNumber() throws Exception {
		Comparison.Library library = Comparison.of(Fault.FULL_DISK_SMALL_BUFFER, this.folder,
				(contender, own) -> fillAndFree(contender, own, "--netraven.logging.buffer-size=64KB"));
		library.bothSatisfy((figures) -> assertWholeAndInOrder(figures).count(Figure.MISSING)
			.isPositive()
			.isEqualTo(figures.count(Figure.MARKED)));
	}

	private FiguresAssert assertWholeAndInOrder(Figures figures) {
		assertThat(figures).count(Figure.COMPLAINTS).isBetween(2L, 9L);
		return assertThat(figures).hasNo(Figure.TORN, Figure.DOUBLED, Figure.DISORDERED, Figure.UNMARKED)
			.has(Figure.HEALTH, "DOWN")
			.has(Figure.HEALS, "yes");
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
				.put(Figure.MARKED, lines.marked())
				.put(Figure.UNMARKED, lines.unmarked())
				.put(Figure.COMPLAINTS, process.complaints())
				.putHealth(Figure.HEALTH, down)
				.put(Figure.HEALS, healed);
		}
	}

	private boolean isWrittenAgain(LoadedProcess process, HurtDisk disk) throws Exception {
		long[] freed = process.returned();
		return Recovery.isSeen(process, () -> {
			long[] now = process.returned();
			return LoggedLines.in(disk.file()).missing(freed, now) < LoggedLines.distance(freed, now);
		});
	}

}
