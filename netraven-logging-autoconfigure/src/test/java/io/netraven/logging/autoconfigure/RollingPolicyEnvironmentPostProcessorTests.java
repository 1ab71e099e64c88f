package io.netraven.logging.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

import io.netraven.logging.file.RotationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RollingPolicyEnvironmentPostProcessor}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RollingPolicyEnvironmentPostProcessorTests extends RealApplications {

	private static final String POLICY = "--logging.logback.rollingpolicy.";

	@Test
	void sizesOfThePolicyApply(CapturedOutput output) {
		RotationSettings rotation = rotation(POLICY + "max-file-size=1MB", POLICY + "total-size-cap=5MB");
		assertThat(rotation.maxFileSize()).isEqualTo(1 << 20);
		assertThat(rotation.totalSizeCap()).isEqualTo(5 << 20);
		assertThat(output).doesNotContain("rolling policy");
	}

	@Test
	void ownPropertyWins() {
		RotationSettings rotation = rotation(POLICY + "max-file-size=1MB",
				"--netraven.logging.rotation.max-file-size=2MB");
		assertThat(rotation.maxFileSize()).isEqualTo(2 << 20);
	}

	@ParameterizedTest
	@ValueSource(strings = { "total-size-cap=0", "total-size-cap=1MB", "max-file-size=2GB" })
	void sizesThatCannotWorkAreNamedAndDoNotFailTheStart(String size, CapturedOutput output) {
		RotationSettings rotation = rotation(POLICY + size);
		assertThat(rotation.maxFileSize()).isEqualTo(10 << 20);
		assertThat(rotation.totalSizeCap()).isEqualTo(1 << 30);
		String name = size.substring(0, size.indexOf('='));
		assertThat(output).containsOnlyOnce(
				"logging.logback.rollingpolicy." + name + " (instead there is netraven.logging.rotation." + name + ")");
	}

	@Test
	void propertiesThatDoNotApplyAreNamedInOneWarning(CapturedOutput output) {
		rotation(POLICY + "max-history=7", POLICY + "file-name-pattern=worker-%i.log",
				POLICY + "clean-history-on-start=true");
		assertThat(output.getOut().lines().filter((line) -> line.contains("rolling policy"))).singleElement()
			.asString()
			.contains(" WARN ", "rollingpolicy.max-history (instead there is netraven.logging.rotation.max-age)",
					"rollingpolicy.file-name-pattern (instead there is netraven.logging.rotation.period)",
					"rollingpolicy.clean-history-on-start");
	}

	@Test
	void historyIsAMaximumAgeInDays(CapturedOutput output) {
		assertThat(rotation(POLICY + "max-history=7").limits().maxAge()).isEqualTo(Duration.ofDays(7));
		assertThat(output).doesNotContain("rolling policy");
	}

	@Test
	void ownMaximumAgeWinsOverTheHistory() {
		RotationSettings rotation = rotation(POLICY + "max-history=7", "--netraven.logging.rotation.max-age=2d");
		assertThat(rotation.limits().maxAge()).isEqualTo(Duration.ofDays(2));
	}

	@Test
	void historyWithoutLimitIsNone() {
		assertThat(rotation(POLICY + "max-history=0").limits().maxAge()).isNull();
	}

	@Test
	void policyOfSpringBootsOwnFileIsNotBlamed(CapturedOutput output) {
		rotation(POLICY + "max-history=7", "--logging.file.name=" + path("boot.log"));
		assertThat(output).doesNotContain("rolling policy");
	}

	@Test
	void withoutAFileNothingIsSaid(CapturedOutput output) {
		run(Empty.class, POLICY + "max-history=7");
		assertThat(output).doesNotContain("rolling policy");
	}

	private RotationSettings rotation(String... arguments) {
		String[] all = Arrays.copyOf(arguments, arguments.length + 1);
		all[arguments.length] = file("a.log");
		run(Empty.class, all);
		return Objects.requireNonNull(JvmLogFile.get().current()).settings().rotation();
	}

}
