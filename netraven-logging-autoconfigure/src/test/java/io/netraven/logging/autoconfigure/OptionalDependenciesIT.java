package io.netraven.logging.autoconfigure;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The file needs no actuator.
 */
class OptionalDependenciesIT {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void fileIsWrittenWithoutActuatorAndHealthOnTheClassPath() {
		Path file = this.folder.resolve("worker.log");
		String output = new ForkedJvm()
			.without((entry) -> entry.contains("spring-boot-health") || entry.contains("spring-boot-actuator"))
			.run(Map.of("NETRAVEN_LOGGING__FILE", file.toString()), ReportingApplication.class.getName());
		assertThat(output).contains("Started ReportingApplication", "health: not on the class path");
		assertThat(file).content().contains("Starting ReportingApplication", "Started ReportingApplication");
	}

}
