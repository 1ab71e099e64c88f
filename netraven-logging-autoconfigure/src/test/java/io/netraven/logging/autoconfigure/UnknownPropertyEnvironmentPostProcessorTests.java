package io.netraven.logging.autoconfigure;

import java.nio.file.Path;
import java.util.List;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UnknownPropertyEnvironmentPostProcessor} and {@link UnknownNames}.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnknownPropertyEnvironmentPostProcessorTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void nameOfAPropertyCannotForgeALine(CapturedOutput output) {
		application().yaml("\"netraven.logging.flie\\n2026-11-22 INFO all is well\\e[2J\": worker.log").run().close();
		assertThat(output).contains("flie\\n2026-11-22 INFO all is well\\u001b[2J is ignored")
			.doesNotContain("\u001b[2J")
			.doesNotContainPattern("(?m)^2026-11-22 INFO");
	}

	@Test
	void misspeltPropertyOfYamlGetsOneWarningWithTheNearestName(CapturedOutput output) {
		application().yaml("netraven.logging.flie: worker.log").run().close();
		application().yaml("netraven.logging.flie: worker.log").run().close();
		assertWarning(output, "netraven.logging.flie", "netraven.logging.file");
	}

	@Test
	void misspeltPropertyOfTheCommandLineGetsAWarning(CapturedOutput output) {
		application().run("--netraven.logging.rotation.max-size=1MB").close();
		assertWarning(output, "netraven.logging.rotation.max-size", "netraven.logging.rotation.max-file-size");
	}

	@Test
	void misspeltSystemPropertyGetsAWarning(CapturedOutput output) {
		System.setProperty("netraven.logging.delivry", "async");
		try {
			application().run().close();
		}
		finally {
			System.clearProperty("netraven.logging.delivry");
		}
		assertWarning(output, "netraven.logging.delivry", "netraven.logging.delivery");
	}

	@ParameterizedTest
	@ValueSource(strings = { "netraven.logging.buffer-size=1MB", "netraven.logging.bufferSize=1MB",
			"netraven.logging.rotation.max_file_size=1MB", "netraven.loggings.flie=x", "netraven.other=x" })
	void propertyThatExistsAndThatOfOthersGetsNone(String property, CapturedOutput output) {
		application().run("--" + property).close();
		assertThat(output).doesNotContain("is ignored");
	}

	@ParameterizedTest
	@ValueSource(strings = { "NETRAVEN_LOGGING_SERVICE_HOST", "NETRAVEN_LOGGING_SERVICE_PORT",
			"NETRAVEN_LOGGING_SERVICE_PORT_HTTP", "NETRAVEN_LOGGING_PORT", "NETRAVEN_LOGGING_PORT_8080_TCP",
			"NETRAVEN_LOGGING_PORT_8080_TCP_PROTO", "NETRAVEN_LOGGING_PORT_8080_TCP_PORT",
			"NETRAVEN_LOGGING_PORT_53_UDP_ADDR", "NETRAVEN_LOGGING_WORKER_SERVICE_HOST" })
	void variableOfAKubernetesServiceGetsNone(String variable, CapturedOutput output) {
		application().variable(variable, "tcp://10.0.0.1:8080").run().close();
		assertThat(output).doesNotContain("is ignored");
	}

	@ParameterizedTest
	@ValueSource(strings = { "NETRAVEN_LOGGING_PROT", "NETRAVEN_LOGGING_SERVICE" })
	void variableThatOnlyResemblesOneGetsAWarning(String variable, CapturedOutput output) {
		application().variable(variable, "x").run().close();
		assertThat(output.getOut()).contains("Environment variable " + variable + " is ignored");
	}

	@ParameterizedTest
	@CsvSource({ "flie, file", "maxwait, max-wait", "leval, level", "z, file" })
	void nearestNameIsThatWithTheFewestChanges(String name, String nearest) {
		assertThat(UnknownNames.nearest(name, List.of("level", "max-wait", "file"))).isEqualTo(nearest);
	}

	private StartedApplication application() {
		return new StartedApplication(this.folder);
	}

	private static void assertWarning(CapturedOutput output, String name, String nearest) {
		assertThat(output.getOut().lines().filter((line) -> line.contains("Property " + name + " is ignored")))
			.singleElement(InstanceOfAssertFactories.STRING)
			.contains(" WARN ", "The nearest is " + nearest + ";");
	}

}
