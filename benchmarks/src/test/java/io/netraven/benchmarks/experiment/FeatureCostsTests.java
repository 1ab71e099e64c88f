package io.netraven.benchmarks.experiment;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FeatureCosts}.
 */
class FeatureCostsTests {

	@TempDir
	Path folder;

	@BeforeEach
	void setFolder() {
		System.setProperty(LogFolder.PROPERTY, this.folder.resolve("logs").toString());
	}

	@AfterEach
	void clearFolder() {
		System.clearProperty(LogFolder.PROPERTY);
	}

	/**
	 * A number in each record is an object and a text more.
	 */
	@Test
	void eachFeatureIsComparedWithNone() throws Exception {
		List<String> rows = new FeatureCosts(200).measure(1, 3).toString().lines().toList();
		assertThat(rows).hasSize(2 + 7).allMatch((row) -> row.startsWith("| ") && row.endsWith(" |"));
		assertThat(rows.get(2)).startsWith("| none |").endsWith("| 0 | 0 to 0 | 0 |");
		assertThat(rows.get(7)).startsWith("| `sequence: true` |");
		assertThat(moreAllocated(rows.get(7))).isGreaterThan(100);
	}

	private static int moreAllocated(String row) {
		return Integer.parseInt(row.replaceAll(".* (\\S+) \\|", "$1"));
	}

}
