package io.netraven.benchmarks.experiment;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link SeparateJvms}.
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
		SeparateJvms comparison = new SeparateJvms(new Options().participants(), 1, new SeparateJvms.Duration(50, 100));
		assertThat(comparison.compare(2).toString()).containsSubsequence("| threads: 2 |", "| Spring Boot's default |",
				"| this library, sync |", "| limit: encode and share a turn |");
	}

	@Test
	void otherBuildTakesPartBesideThisOne() {
		Options options = new Options("--contenders=BOOT_DEFAULT,NETRAVEN_ASYNC", "--other=other.jar");
		assertThat(options.participants()).extracting(Participant::title)
			.containsExactly("Spring Boot's default", "this library, async, other checkout", "this library, async");
		assertThat(options.participants().get(1).classPath()).isEqualTo("other.jar");
	}

	@Test
	void optionsAreRead() {
		Options options = new Options("--young", "--jvms=5", "--threads=1 4");
		assertThat(options.contains("young")).isTrue();
		assertThat(options.contains("quick")).isFalse();
		assertThat(options.number("jvms", 10)).isEqualTo(5);
		assertThat(options.threads()).containsExactly(1, 4);
	}

	@Test
	void optionThatDoesNotExistIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Options("--jvm=3"))
			.withMessage("No such option: jvm");
	}

}
