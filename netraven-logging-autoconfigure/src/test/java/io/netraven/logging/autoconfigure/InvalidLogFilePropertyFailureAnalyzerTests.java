package io.netraven.logging.autoconfigure;

import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link InvalidLogFilePropertyFailureAnalyzer}.
 */
@ExtendWith(OutputCaptureExtension.class)
class InvalidLogFilePropertyFailureAnalyzerTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					delivery                | sometimes  | sometimes | one of sync, async
					buffer-size             | much       | much      | a size such as 512KB, 8MB or 1GB
					buffer-size             | -1         | -1        | It must be at least 1KB.
					buffer-size             | 8          | 8         | Write a size with its unit
					max-wait                | banana     | banana    | a duration such as 50ms, 5s or 1m
					max-wait                | -1ms       | -1ms      | It must be from 0ms to 1h.
					max-wait                | 2h         | 2h        | It must be from 0ms to 1h.
					max-retry-interval      | 0          | 0         | It must be from 10ms to 24h.
					max-retry-interval      | 25h        | 25h       | It must be from 10ms to 24h.
					permissions             | 0640       | 0640      | It must have the form rwxrwxrwx
					permissions             | r--r-----  | r--r----- | let the owner write
					rotation.enabled        | perhaps    | perhaps   | true or false
					rotation.max-file-size  | 0          | 0         | It must be at least 1KB.
					rotation.period         | weekly     | weekly    | one of none, daily
					rotation.total-size-cap | 29MB       | 29MB      | at least 30MB, 3 times netraven.logging.rotation.max-file-size
					rotation.total-size-cap | -1         | -1        | It must be at least 1KB.
					rotation.compress       | perhaps    | perhaps   | true or false
					""")
	void analysisNamesPropertyValueAndCure(String property, String value, String shown, String cure) {
		MockEnvironment environment = new MockEnvironment().withProperty("netraven.logging.file", "worker.log")
			.withProperty("netraven.logging." + property, value);
		BindException failure = catchThrowableOfType(BindException.class,
				() -> NetravenLoggingProperties.get(environment));
		FailureAnalysis analysis = Objects.requireNonNull(new InvalidLogFilePropertyFailureAnalyzer().analyze(failure));
		assertThat(analysis.getDescription()).contains("Property: netraven.logging." + property,
				"Value: \"" + shown + "\"", cure);
		assertThat(analysis.getAction())
			.isEqualTo("Correct the value of netraven.logging.%s, or remove it to have its default.", property);
	}

	@Test
	void valueThatIsRejectedIsShownWithItsOrigin(CapturedOutput output) {
		StartedApplication application = new StartedApplication(this.folder)
			.variable("NETRAVEN_LOGGING__FILE", this.folder.resolve("worker.log").toString())
			.variable("NETRAVEN_LOGGING__BUFFER_SIZE", "-1");
		assertThatException().isThrownBy(application::run);
		assertThat(output).contains("APPLICATION FAILED TO START", "Property: netraven.logging.buffer-size",
				"Value: \"-1\"", "Origin: System Environment Property \"NETRAVEN_LOGGING__BUFFER_SIZE\"",
				"It must be at least 1KB.");
	}

	@Test
	void valueCannotForgeALine(CapturedOutput output) {
		StartedApplication application = new StartedApplication(this.folder)
			.variable("NETRAVEN_LOGGING__FILE", this.folder.resolve("worker.log").toString())
			.variable("NETRAVEN_LOGGING__DELIVERY", "sometimes\n2026-11-22 INFO all is well\u001b[2J");
		assertThatException().isThrownBy(application::run);
		assertThat(output).contains("Value: \"sometimes\\n2026-11-22 INFO all is well\\u001b[2J\"")
			.doesNotContain("\u001b[2J")
			.doesNotContainPattern("(?m)^2026-11-22 INFO");
	}

	@Test
	void wrongLevelIsNotBlamedOnTheLogFile(CapturedOutput output) {
		StartedApplication application = new StartedApplication(this.folder).yaml("netraven.logging.level: loud");
		assertThatException().isThrownBy(application::run);
		assertThat(output)
			.contains("APPLICATION FAILED TO START", "The root level cannot be set up as configured:",
					"Value: \"loud\"", "application.yaml", "It must be one of trace, debug")
			.doesNotContain("The log file cannot");
	}

	@Test
	void otherPropertiesAreLeftToSpringBoot() {
		MockEnvironment environment = new MockEnvironment().withProperty("netraven.loggings.wait", "banana");
		BindException failure = catchThrowableOfType(BindException.class,
				() -> Binder.get(environment).bind("netraven.loggings.wait", Integer.class));
		assertThat(new InvalidLogFilePropertyFailureAnalyzer().analyze(failure)).isNull();
	}

	@Test
	void startFailsWithTheAnalysis(CapturedOutput output) {
		StartedApplication application = new StartedApplication(this.folder)
			.variable("NETRAVEN_LOGGING__FILE", this.folder.resolve("worker.log").toString())
			.variable("NETRAVEN_LOGGING__MAX_WAIT", "banana");
		assertThatException().isThrownBy(application::run);
		assertThat(output).contains("APPLICATION FAILED TO START", "Property: netraven.logging.max-wait",
				"Value: \"banana\"", "Origin: System Environment Property \"NETRAVEN_LOGGING__MAX_WAIT\"",
				"It must be a duration such as 50ms, 5s or 1m.");
	}

}
