package io.netraven.logging.autoconfigure;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run that trains a start-up cache has the environment of the worker, its log file
 * included.
 */
class TrainingRunIT {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path folder;

	@Test
	void runThatEndsOnRefreshLeavesTheFileAlone() {
		String output = new ForkedJvm().option("-Dspring.context.exit=onRefresh")
			.run(Map.of("NETRAVEN_LOGGING__FILE", this.folder.resolve("worker.log").toString()),
					ReportingApplication.class.getName());
		assertThat(output).contains("Starting ReportingApplication").doesNotContain("Started ", "Log file ");
		assertThat(this.folder).isEmptyDirectory();
	}

}
