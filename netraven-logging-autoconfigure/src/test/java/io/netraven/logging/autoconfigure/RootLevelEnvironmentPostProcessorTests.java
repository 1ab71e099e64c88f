package io.netraven.logging.autoconfigure;

import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link RootLevelEnvironmentPostProcessor}.
 */
@ExtendWith(OutputCaptureExtension.class)
class RootLevelEnvironmentPostProcessorTests {

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@AfterEach
	void restoreTheLevel() {
		this.root.setLevel(Level.INFO);
	}

	@Test
	void rootHasSpringBootsLevelByDefault() {
		new StartedApplication(this.folder).run().close();
		assertThat(this.root.getLevel()).isEqualTo(Level.INFO);
	}

	@Test
	void levelIsTheRootLoggersWithoutAFile() {
		new StartedApplication(this.folder).yaml("netraven.logging.level: warn").run().close();
		assertThat(this.root.getLevel()).isEqualTo(Level.WARN);
	}

	@Test
	void variableSetsTheLevel() {
		new StartedApplication(this.folder).yaml("netraven.logging.level: warn")
			.variable("NETRAVEN_LOGGING__LEVEL", "error")
			.run()
			.close();
		assertThat(this.root.getLevel()).isEqualTo(Level.ERROR);
	}

	@ParameterizedTest
	@ValueSource(strings = { "logging.level.root: error", "logging.level.ROOT: error", "logging.level: {root: error}" })
	void springBootsPropertyWins(String yaml) {
		new StartedApplication(this.folder).yaml(yaml).variable("NETRAVEN_LOGGING__LEVEL", "warn").run().close();
		assertThat(this.root.getLevel()).isEqualTo(Level.ERROR);
	}

	@Test
	void springBootsVariableWins() {
		new StartedApplication(this.folder).yaml("netraven.logging.level: warn")
			.variable("LOGGING_LEVEL_ROOT", "error")
			.run()
			.close();
		assertThat(this.root.getLevel()).isEqualTo(Level.ERROR);
	}

	@Test
	void levelsOfOtherLoggersStay() {
		new StartedApplication(this.folder).yaml("""
				netraven.logging.level: warn
				logging.level.io.netraven.test: debug
				""").run().close();
		assertThat(this.root.getLevel()).isEqualTo(Level.WARN);
		assertThat(this.root.getLoggerContext().getLogger("io.netraven.test").getLevel()).isEqualTo(Level.DEBUG);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void levelThatDoesNotExistFailsTheStartAlsoWithoutAFile(boolean lazy, CapturedOutput output) {
		StartedApplication application = new StartedApplication(this.folder).yaml("netraven.logging.level: loud");
		assertThatException().isThrownBy(() -> application.run("--spring.main.lazy-initialization=" + lazy));
		assertThat(output).contains("APPLICATION FAILED TO START", "Property: netraven.logging.level",
				"Value: \"loud\"", "application.yaml", "one of trace, debug, info, warn, error");
	}

}
