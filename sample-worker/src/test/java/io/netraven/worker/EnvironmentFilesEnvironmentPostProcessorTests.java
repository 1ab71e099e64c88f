package io.netraven.worker;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link EnvironmentFilesEnvironmentPostProcessor}.
 */
@ExtendWith(OutputCaptureExtension.class)
class EnvironmentFilesEnvironmentPostProcessorTests {

	@ParameterizedTest
	@CsvSource({ "dev, ./logs/worker.log", "prod, /var/log/netraven/worker.log" })
	void namedEnvironmentSetsTheFile(String name, String file) {
		StandardEnvironment environment = environment(Map.of("netraven.environment", name));
		assertThat(environment.getProperty("netraven.logging.file")).isEqualTo(file);
		assertThat(environment.getProperty("netraven.logging.level")).isEqualTo("info");
	}

	@ParameterizedTest
	@ValueSource(strings = { "logging.structured.format.file", "logging.level.io.netraven.worker", "worker.interval" })
	void environmentsDifferInMoreThanThePath(String property) {
		assertThat(environment(Map.of("netraven.environment", "dev")).getProperty(property))
			.isNotEqualTo(environment(Map.of("netraven.environment", "prod")).getProperty(property));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void blankNameMeansNoEnvironment(String name) {
		assertThat(environment(Map.of("netraven.environment", name)).getProperty("netraven.logging.file")).isNull();
	}

	@Test
	void noNameMeansNoEnvironment() {
		assertThat(environment(Map.of()).getProperty("netraven.logging.file")).isNull();
	}

	@Test
	void settingsOutsideTheFileWin() {
		StandardEnvironment environment = environment(
				Map.of("netraven.environment", "prod", "netraven.logging.file", "other.log"));
		assertThat(environment.getProperty("netraven.logging.file")).isEqualTo("other.log");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nowhere", "../environments/dev", "DEV" })
	void unknownNameFailsTheStartAndIsExplained(String name, CapturedOutput output) {
		SpringApplication application = new SpringApplication(NetravenWorkerApplication.class);
		assertThatExceptionOfType(UnknownEnvironmentException.class)
			.isThrownBy(() -> application.run("--netraven.environment=" + name));
		assertThat(output).contains("APPLICATION FAILED TO START",
				"no environment '%s', which the property 'netraven.environment'".formatted(name),
				"Use one of dev, prod, add config/environments/%s.yaml".formatted(name));
	}

	@Test
	void unknownNameCannotForgeALine(CapturedOutput output) {
		SpringApplication application = new SpringApplication(NetravenWorkerApplication.class);
		assertThatExceptionOfType(UnknownEnvironmentException.class)
			.isThrownBy(() -> application.run("--netraven.environment=dev\n2026-11-22 INFO all is well"));
		assertThat(output).contains("no environment 'dev?2026-11-22 INFO all is well'")
			.doesNotContainPattern("(?m)^2026-11-22 INFO");
	}

	private StandardEnvironment environment(Map<String, Object> properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		new EnvironmentFilesEnvironmentPostProcessor().postProcessEnvironment(environment, new SpringApplication());
		ConfigDataEnvironmentPostProcessor.applyTo(environment);
		return environment;
	}

}
