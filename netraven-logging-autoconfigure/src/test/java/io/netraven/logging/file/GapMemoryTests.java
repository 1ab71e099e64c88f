package io.netraven.logging.file;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lines that are dropped and taken by turns, against the memory that a writer may use.
 */
class GapMemoryTests {

	@TempDir
	Path folder;

	@ParameterizedTest(name = "taken lines of {0} bytes")
	@ValueSource(ints = { 8, 50, 500, 5000 })
	void memoryStaysWithinTheBufferAndOneMegabyteWhateverTheGaps(int lineLength) throws Exception {
		List<String> output = MeasuredProcess.run(this.folder, GapMemoryProcess.class, "-Xmx512m",
				this.folder.toString(), String.valueOf(lineLength));
		assertThat(output).as("%s", output).contains("complete");
		long used = output.stream()
			.filter((line) -> line.startsWith("used "))
			.mapToLong((line) -> Long.parseLong(line.substring(5)))
			.findFirst()
			.orElseThrow();
		assertThat(used).as("bytes of memory").isLessThan(WriterRig.BUFFER_SIZE + 1024 * 1024);
	}

}
