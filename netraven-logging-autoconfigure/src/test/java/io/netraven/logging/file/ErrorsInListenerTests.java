package io.netraven.logging.file;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.netraven.logging.file.FaultyOperations.DiskFault;
import io.netraven.logging.file.FaultyOperations.WriteFault;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An {@link Error} out of a listener, as out of another appender while the watch thread
 * speaks, against a writer that does all of its work again once it is over.
 */
class ErrorsInListenerTests {

	@TempDir
	Path folder;

	private final Errors errors = new Errors();

	private int looks;

	@ParameterizedTest
	@CsvSource({ "opened, SYNC", "failed, SYNC", "recovered, SYNC", "followed, SYNC", "rotated, SYNC", "degraded, SYNC",
			"dropped, SYNC", "opened, ASYNC", "failed, ASYNC", "recovered, ASYNC", "followed, ASYNC", "rotated, ASYNC",
			"degraded, ASYNC", "dropped, ASYNC" })
	void writerWorksAfterErrorsOutOfTheListener(String callback, Delivery delivery) throws InterruptedException {
		LogFileSettings settings = WriterRig.settings(this.folder, delivery, 10_000, Duration.ofMillis(50),
				Rotations.at(1_000_000));
		try (WriterRig rig = WriterRig.open(this.folder, settings, WriterRig::marker, throwing(callback))) {
			Liveness.patiently().until(() -> rig.status().state() == LogFileState.WRITING);
			Liveness.patiently()
				.alias(callback + " is called")

				.pollInterval(Duration.ofMillis(100))
				.until(() -> isStruck(rig));
			FaultyCall.endAll(rig.faults);
			this.errors.end();
			Liveness.assertWorksAndCloses(rig);
		}
	}

	/**
	 * Makes a writer go through all that a listener hears of.
	 * @param rig the writer
	 * @return whether the listener has thrown an error
	 */
	private boolean isStruck(WriterRig rig) throws IOException {
		int phase = this.looks++ % 32;
		rig.faults.onWrite = (phase < 8) ? WriteFault.FULL : WriteFault.NONE;
		rig.faults.onRename = (phase > 24) ? ErrorsInListenerTests::refuse : DiskFault.NONE;
		if (phase == 16) {
			Files.deleteIfExists(rig.folder.live());
		}
		for (int i = 0; i < 200; i++) {
			rig.append("a line that is dropped if many others wait " + i);
		}
		rig.writer.rotate();
		return this.errors.thrown() > 0;
	}

	private static void refuse() throws IOException {
		throw new IOException("Device or resource busy");
	}

	private LogFileListener throwing(String callback) {
		return (LogFileListener) Proxy.newProxyInstance(LogFileListener.class.getClassLoader(),
				new Class<?>[] { LogFileListener.class }, (proxy, method, arguments) -> {
					if (method.getName().equals(callback)) {
						assertThat(Thread.currentThread().getName()).isEqualTo("netraven-log-watch");
						this.errors.before();
					}
					return null;
				});
	}

}
