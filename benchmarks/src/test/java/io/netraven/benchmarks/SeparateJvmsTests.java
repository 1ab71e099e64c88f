package io.netraven.benchmarks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.netraven.benchmarks.JvmPlan.Participant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SeparateJvms}.
 *
 * @author NetRaven maintainers
 */
class SeparateJvmsTests {

	@TempDir
	Path folder;

	@BeforeEach
	void setFolder() {
		System.setProperty(LogFolder.PROPERTY, this.folder.toString());
	}

	@AfterEach
	void clearFolder() {
		System.clearProperty(LogFolder.PROPERTY);
	}

	@Test
	void everyContenderLogsInJvmsOfItsOwn() throws Exception {
		JvmPlan plan = new JvmPlan(JvmPlan.of().participants(), List.of(2), 1, 50, 100);
		assertThat(new SeparateJvms(plan).compare(2).toString()).containsSubsequence("| threads: 2 |",
				"| Spring Boot's default |", "| this library, sync |", "| limit: encode and share a turn |");
	}

	@Test
	void tableShowsMedianSpreadAndRatioOfMedians() {
		Map<String, List<Figures>> jvms = new LinkedHashMap<>();
		jvms.put("first", List.of(new Figures(100, 40, 8, 20), new Figures(300, 20, 8, 20)));
		jvms.put("second",
				List.of(new Figures(150, 60, 4, 40), new Figures(300, 60, 2, 10), new Figures(330, 54, 4, 20)));
		assertThat(new SpreadTable(jvms).table(4).toString()).endsWith("""
				| first | 200 (0.5 to 1.5) | 1 | 30 (0.667 to 1.33) | 1 | 8 (1 to 1) | 1 | 20 (1 to 1) | 1 |
				| second | 300 (0.5 to 1.1) | 1.5 | 60 (0.9 to 1) | 2 | 4 (0.5 to 1) | 0.5 | 20 (0.5 to 2) | 1 |
				""");
	}

	@Test
	void otherBuildTakesPartBesideThisOne() {
		JvmPlan plan = JvmPlan.of("--young", "--jvms=5", "--threads=1 4", "--contenders=BOOT_DEFAULT,NETRAVEN_ASYNC",
				"--other=other.jar");
		assertThat(plan.participants()).extracting(Participant::title)
			.containsExactly("Spring Boot's default", "this library, async, other checkout", "this library, async");
		assertThat(plan.participants().get(1).classPath()).isEqualTo("other.jar");
		assertThat(plan.threads()).containsExactly(1, 4);
		assertThat(plan.jvms()).isEqualTo(5);
	}

	@Test
	void optionThatDoesNotExistIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> JvmPlan.of("--jvm=3")).withMessage("No such option: jvm");
	}

}
