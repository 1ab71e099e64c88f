package io.netraven.logging.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A volume that is full when a process starts again, against a constant number of
 * descriptors.
 */
@NeedsRoot
class DescriptorsOnFullDiskIT {

	private static final int TRIES = 1000;

	private static final int MOST = 4;

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource
	void descriptorsAreConstantThroughAThousandTries(Delivery delivery) throws Exception {
		Path logs = this.folder.resolve("logs");
		try (Volume volume = Volume.tmpfs(logs, "1m")) {
			Files.writeString(logs.resolve("worker.log"), "x".repeat(4095));
			volume.fill();
			AtomicInteger opens = new AtomicInteger();
			try (WriterRig rig = WriterRig.open(logs, WriterRig.settings(logs, delivery, WriterRig.BUFFER_SIZE,
					Duration.ofMillis(1), Rotations.at(1_000_000)))) {
				rig.faults.onOpen = opens::incrementAndGet;
				rig.append("y".repeat(8192));
				Liveness.patiently().atMost(Duration.ofMinutes(2)).until(() -> opens.get() >= TRIES);
				Liveness.soon(() -> assertThat(WriterRig.descriptors(logs)).isLessThanOrEqualTo(MOST));
			}
		}
	}

}
