package io.netraven.logging.logback;

import java.nio.file.Path;

import ch.qos.logback.classic.Logger;
import io.netraven.logging.file.LogFileState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link FinalDrain}.
 */
class FinalDrainTests {

	@TempDir
	private Path folder;

	@Test
	void theEndOfTheProcessSaysHowManyKeptLinesAreLost() {
		try (CapturedFile file = new CapturedFile(this.folder, "%m%n")) {
			RecordingConsole.attach(file.context());
			file.attach();
			await().until(() -> file.writer().status().state() == LogFileState.UNAVAILABLE);
			Logger logger = file.context().getLogger("com.example.Job");
			logger.info("one");
			logger.info("two");
			file.sink().finalDrain().shutDown(logger);
			assertThat(RecordingConsole.linesOf(file.context()))
				.filteredOn((line) -> line.startsWith("WARN Log file %s cannot be written: ".formatted(this.folder)))
				.singleElement()
				.asString()
				.endsWith("The process ends, and 2 kept lines are lost to the file.");
		}
	}

	@Test
	void theEndOfTheProcessSaysNothingOfAFileThatIsWritten() {
		try (CapturedFile file = new CapturedFile(this.folder.resolve("worker.log"), "%m%n")) {
			RecordingConsole.attach(file.context());
			file.attach();
			Logger logger = file.context().getLogger("com.example.Job");
			logger.info("one");
			file.sink().finalDrain().shutDown(logger);
			assertThat(RecordingConsole.linesOf(file.context())).containsExactly("INFO one");
		}
	}

}
