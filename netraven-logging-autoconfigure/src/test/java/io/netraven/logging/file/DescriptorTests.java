package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.netraven.logging.file.FaultyOperations.WriteFault;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thousand tries in vain, against a constant number of descriptors.
 */
@EnabledOnOs(OS.LINUX)
class DescriptorTests {

	private static final int TRIES = 1000;

	/**
	 * The file in use and the one that is tried, each open for writing and for reading.
	 */
	private static final int MOST = 4;

	/**
	 * Each of these tries waits for the fragment to stay as it is.
	 */
	private static final int TRIES_BEHIND_A_FRAGMENT = 200;

	/**
	 * More than this is no delay but a leak, which would take the tests' process along.
	 */
	private static final int LEAK = 200;

	@TempDir
	Path folder;

	private final AtomicInteger tries = new AtomicInteger();

	@ParameterizedTest
	@EnumSource
	void fullDiskBehindAFragmentOfAnEarlierRun(Delivery delivery) throws IOException {
		Files.writeString(this.folder.resolve("worker.log"), "an earlier run's line without its en");
		try (WriterRig rig = open(delivery)) {
			rig.faults.onWrite = (length) -> {
				this.tries.incrementAndGet();
				return WriteFault.FULL.allow(length);
			};
			rig.append("a line");
			assertConstantDescriptors(TRIES_BEHIND_A_FRAGMENT);
		}
	}

	@ParameterizedTest
	@EnumSource
	void fullDisk(Delivery delivery) {
		try (WriterRig rig = open(delivery)) {
			rig.append("a line");
			rig.faults.onWrite = (length) -> {
				this.tries.incrementAndGet();
				return WriteFault.FULL.allow(length);
			};
			rig.append("another line");
			assertConstantDescriptors(TRIES);
		}
	}

	@ParameterizedTest
	@CsvSource({ "LOOK, false", "LOOK, true", "OPEN, false", "OPEN, true", "CREATE, false", "CREATE, true",
			"FREE_SPACE, false", "FREE_SPACE, true" })
	void refusedCallEverySecondTime(FaultyCall call, boolean error) {
		AtomicInteger calls = new AtomicInteger();
		try (WriterRig rig = open(Delivery.SYNC)) {
			call.set(rig.faults, () -> {
				if (calls.incrementAndGet() % 2 == 0) {
					fail(error);
				}
			});
			Liveness.patiently().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(1)).until(() -> {
				Files.deleteIfExists(rig.folder.live());
				rig.append("a line");
				rig.writer.rotate();
				return areTried(TRIES);
			});
			Liveness.soon(() -> assertThat(WriterRig.descriptors(this.folder)).isLessThanOrEqualTo(MOST));
		}
		Liveness.soon(() -> assertThat(WriterRig.descriptors(this.folder)).isZero());
	}

	private void fail(boolean error) throws IOException {
		this.tries.incrementAndGet();
		if (error) {
			throw new NoClassDefFoundError("A test's");
		}
		throw new IOException("A test's");
	}

	private WriterRig open(Delivery delivery) {
		WriterRig rig = WriterRig.open(this.folder, WriterRig.settings(this.folder, delivery, WriterRig.BUFFER_SIZE,
				Duration.ofMillis(1), Rotations.at(1_000_000)));
		Liveness.patiently().until(() -> rig.status().state() == LogFileState.WRITING);
		return rig;
	}

	private boolean areTried(int times) {
		assertThat(WriterRig.descriptors(this.folder)).as("descriptors after %s tries", this.tries).isLessThan(LEAK);
		return this.tries.get() >= times;
	}

	private void assertConstantDescriptors(int times) {
		Liveness.patiently().atMost(Duration.ofMinutes(2)).until(() -> areTried(times));
		Liveness.soon(() -> assertThat(WriterRig.descriptors(this.folder)).isLessThanOrEqualTo(MOST));
	}

}
