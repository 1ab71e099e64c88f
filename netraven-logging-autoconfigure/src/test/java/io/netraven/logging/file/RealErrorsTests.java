package io.netraven.logging.file;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A heap that is full and a stack that overflows, against a writer that does all of its
 * work again once it is over.
 */
class RealErrorsTests {

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource
	void writerWorksAfterTheHeapWasFull(Delivery delivery) throws Exception {
		List<String> output = MeasuredProcess.run(this.folder, FullHeapProcess.class, "-Xmx64m", this.folder.toString(),
				delivery.name());
		assertThat(output).as("%s", output).contains("every line is there or marked", "works");
	}

	@ParameterizedTest
	@EnumSource
	void writerWorksAfterAThreadHasLoggedUntilItsStackWasFull(Delivery delivery) throws Exception {
		List<String> output = MeasuredProcess.run(this.folder, RecursionProcess.class, "-Xmx256m",
				this.folder.toString(), delivery.name());
		assertThat(output).as("%s", output).contains("every line is there or marked", "works");
	}

}
