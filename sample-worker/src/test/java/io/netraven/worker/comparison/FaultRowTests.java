package io.netraven.worker.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FaultRow}.
 */
class FaultRowTests {

	private final Figures boot = new Figures();

	private final Figures sync = new Figures();

	private final Figures async = new Figures();

	@Test
	void countsDifferWhereOneIsZero() {
		put(Figure.MISSING, 0, 0, 1);
		assertDifferences(Fault.KILL, "missing 0", "missing 0", "missing 1");
	}

	@Test
	void countsDifferWhereOneIsTenTimesAnother() {
		put(Figure.COMPLAINTS, 20, 2, 2);
		put(Figure.MARKED, 19, 2, 3);
		assertDifferences(Fault.KILL, "complaints 20", "complaints 2", "complaints 2");
	}

	@Test
	void wordsDifferWhereTheyAreNotTheSame() {
		this.boot.put(Figure.STARTS, true).putHealth(Figure.HEALTH, false);
		this.sync.put(Figure.STARTS, true).putHealth(Figure.HEALTH, true);
		this.async.put(Figure.STARTS, true).putHealth(Figure.HEALTH, true);
		assertDifferences(Fault.FULL_DISK, "health UP", "health DOWN", "health DOWN");
	}

	@Test
	void aWordDiffersFromACount() {
		this.boot.put(Figure.LONGEST_CALL, "none");
		this.sync.put(Figure.LONGEST_CALL, 1);
		this.async.put(Figure.LONGEST_CALL, 1);
		assertDifferences(Fault.HUNG_DISK, "longest call of the others in ms: none",
				"longest call of the others in ms: 1", "longest call of the others in ms: 1");
	}

	@Test
	void whatTheFaultDecidesAndWhatIsMeasuredOfOneAloneDiffersFromNothing() {
		put(Figure.MISSING, 7, 0, 9);
		this.sync.put(Figure.UNCONFIRMED, 3);
		assertDifferences(Fault.LOGROTATE_COPYTRUNCATE, "the same", "the same", "the same");
	}

	@Test
	void wholeRowHasEveryFigure() {
		this.boot.put(Figure.MISSING, 7, 8).put(Figure.TORN, 0);
		assertThat(row(Fault.KILL).whole()).contains("| missing 7 of 8<br>torn or merged 0 |");
	}

	@Test
	void guaranteesHaveARowForEachFault() throws IOException {
		List<String> document = Files.readAllLines(Path.of("../docs/guarantees.md"));
		List<String> rows = document.subList(document.indexOf(FaultRow.HEAD.get(0)) + FaultRow.HEAD.size(),
				document.size());
		assertThat(rows.stream().takeWhile((line) -> line.startsWith("| ")).map((line) -> line.split(" \\| ")[0]))
			.containsExactlyElementsOf(Arrays.stream(Fault.values()).map((fault) -> "| " + fault.title()).toList());
	}

	private void put(Figure figure, long boot, long sync, long async) {
		this.boot.put(figure, boot);
		this.sync.put(figure, sync);
		this.async.put(figure, async);
	}

	private void assertDifferences(Fault fault, String boot, String sync, String async) {
		assertThat(row(fault).differences()).isEqualTo("| %s | %s | %s | %s |", fault.title(), boot, sync, async);
	}

	private FaultRow row(Fault fault) {
		return new FaultRow(fault, List.of(this.boot, this.sync, this.async));
	}

}
