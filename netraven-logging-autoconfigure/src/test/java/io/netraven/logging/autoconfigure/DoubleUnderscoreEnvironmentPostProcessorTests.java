package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link DoubleUnderscoreEnvironmentPostProcessor}.
 */
@ExtendWith(OutputCaptureExtension.class)
class DoubleUnderscoreEnvironmentPostProcessorTests {

	private static final String NAMES = "/environment-names.csv";

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@ParameterizedTest
	@CsvFileSource(resources = NAMES, numLinesToSkip = 1)
	void everyPropertyHasItsVariables(String property, String doubleUnderscore, String value, String dashesLeftOut,
			String dashesReplaced) {
		for (String variable : new String[] { doubleUnderscore, dashesLeftOut, dashesReplaced }) {
			application().variable(variable, value)
				.run((environment) -> assertThat(bound(environment, property)).as(variable).isEqualTo(value));
		}
	}

	@ParameterizedTest
	@CsvFileSource(resources = NAMES, numLinesToSkip = 1)
	void springBootsOwnFormWins(String property, String doubleUnderscore, String value, String dashesLeftOut,
			String dashesReplaced) {
		for (String own : new String[] { dashesLeftOut, dashesReplaced }) {
			application().variable(doubleUnderscore, "other")
				.variable(own, value)
				.run((environment) -> assertThat(bound(environment, property)).as(own).isEqualTo(value));
		}
	}

	@ParameterizedTest
	@CsvFileSource(resources = NAMES, numLinesToSkip = 1)
	void environmentBeatsYaml(String property, String doubleUnderscore, String value) {
		application().yaml(property + ": other")
			.variable(doubleUnderscore, value)
			.run((environment) -> assertThat(bound(environment, property)).isEqualTo(value));
	}

	@Test
	void commandLineBeatsTheEnvironment() {
		application().variable("NETRAVEN_LOGGING__MAX_WAIT", "10ms")
			.run((environment) -> assertThat(bound(environment, "netraven.logging.max-wait")).isEqualTo("20ms"),
					"--netraven.logging.max-wait=20ms");
	}

	@Test
	void importsOfConfigurationSeeTheVariable() throws IOException {
		Files.writeString(this.folder.resolve("wait-10ms.yaml"), "imported: true");
		application().yaml("spring.config.import: wait-${netraven.logging.max-wait}.yaml")
			.variable("NETRAVEN_LOGGING__MAX_WAIT", "10ms")
			.run((environment) -> assertThat(environment.getProperty("imported")).isEqualTo("true"));
	}

	@ParameterizedTest
	@CsvSource({ "NETRAVEN_LOGGING__FILE,''", "NETRAVEN_LOGGING__FILE,'  '", "NETRAVEN_LOGGING_FILE,''" })
	void blankVariableTurnsTheFileOff(String variable, String blank) {
		application().yaml("netraven.logging.file: worker.log")
			.variable(variable, blank)
			.run((environment) -> assertThat(NetravenLoggingProperties.get(environment)).isNull());
	}

	@ParameterizedTest
	@CsvFileSource(resources = NAMES, numLinesToSkip = 1)
	void blankVariableGivesTheDefault(String property, String doubleUnderscore) {
		MockEnvironment defaults = new MockEnvironment().withProperty("netraven.logging.file", "worker.log");
		application().variable("NETRAVEN_LOGGING_FILE", "worker.log")
			.variable(doubleUnderscore, "")
			.run((environment) -> assertThat(NetravenLoggingProperties.get(environment))
				.isEqualTo(NetravenLoggingProperties.get(defaults)));
	}

	@Test
	void originIsTheVariable() {
		application().variable("NETRAVEN_LOGGING__MAX_WAIT", "10ms").run((environment) -> {
			PropertySource<?> source = environment.getPropertySources()
				.get(DoubleUnderscoreEnvironmentPostProcessor.SOURCE_NAME);
			assertThat(OriginLookup.getOrigin(source, "netraven.logging.max-wait"))
				.hasToString("System Environment Property \"NETRAVEN_LOGGING__MAX_WAIT\"");
		});
	}

	@Test
	void prefixOfTheApplicationIsRequired() {
		application().prefix("my-app")
			.variable("MY_APP_NETRAVEN_LOGGING__MAX_WAIT", "10ms")
			.variable("NETRAVEN_LOGGING__BUFFER_SIZE", "1MB")
			.run((environment) -> {
				assertThat(bound(environment, "netraven.logging.max-wait")).isEqualTo("10ms");
				assertThat(bound(environment, "netraven.logging.buffer-size")).isEmpty();
			});
	}

	@Test
	void variableThatMeansNothingGetsOneWarningInTheJvm(CapturedOutput output) {
		new StartedApplication(this.folder).variable("NETRAVEN_LOGGING__FIEL", "worker.log").run().close();
		new StartedApplication(this.folder).variable("NETRAVEN_LOGGING__FIEL", "worker.log").run().close();
		assertThat(output.getOut().lines().filter((line) -> line.contains("NETRAVEN_LOGGING__FIEL")))
			.singleElement(InstanceOfAssertFactories.STRING)
			.contains(" WARN ", "NETRAVEN_LOGGING__FILE", "NETRAVEN_LOGGING__ROTATION__MAX_FILE_SIZE");
	}

	@ParameterizedTest
	@CsvFileSource(resources = NAMES, numLinesToSkip = 1)
	void variableWithAMeaningGetsNoWarning(String property, String doubleUnderscore, String value, String dashesLeftOut,
			String dashesReplaced, CapturedOutput output) {
		application().variable(doubleUnderscore, value)
			.variable(dashesLeftOut, value)
			.variable(dashesReplaced, value)
			.variable("NETRAVEN_DEVICES", "1")
			.run((environment) -> assertThat(output).doesNotContain("is ignored"));
	}

	private StartedApplication application() {
		return new StartedApplication(this.folder).withoutLogging();
	}

	private String bound(ConfigurableEnvironment environment, String property) {
		return Binder.get(environment).bind(property, String.class).orElse("");
	}

}
