package io.netraven.logging.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * SIGTERM, before and while the file hangs: a FIFO that nobody reads takes its place.
 */
@EnabledOnOs(OS.LINUX)
class TerminatedProcessIT {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "SYNC, true", "SYNC, false", "ASYNC, true", "ASYNC, false" })
	void processIsGoneWithinTwoSeconds(Delivery delivery, boolean hangsBefore) throws Exception {
		Path fifo = this.folder.resolve("fifo");
		Path out = this.folder.resolve("out");
		assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), HungProcess.class.getName(),
				this.folder.resolve("worker.log").toString(), fifo.toString(), delivery.name(),
				String.valueOf(hangsBefore))
			.redirectErrorStream(true)
			.redirectOutput(out.toFile())
			.start();
		try {
			await().until(() -> Files.readString(out).contains("READY"));
			Duration start = MachineTime.now();
			process.destroy();
			assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
			assertThat(MachineTime.since(start)).isLessThan(Duration.ofSeconds(3));
			assertThat(process.exitValue()).isEqualTo(143);
			assertThat(Files.readString(out)).contains("DRAINED false");
		}
		finally {
			process.destroyForcibly();
		}
	}

}
