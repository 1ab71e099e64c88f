package io.netraven.logging.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An {@link Error} in a thread of the writer or in a caller, against a writer that does
 * all of its work again once it is over.
 */
class ErrorsInThreadsTests {

	private static final int ENOUGH = 4;

	private static final RotationSettings CAPPED = Rotations.capped(1_000_000, 1_000_000_000);

	/**
	 * Those that a writer makes whose archives are neither compressed nor pruned.
	 */
	private static final List<FaultyCall> CALLS = List.of(FaultyCall.WRITE, FaultyCall.AFTER_WRITE, FaultyCall.LOOK,
			FaultyCall.OPEN, FaultyCall.CREATE, FaultyCall.RENAME, FaultyCall.AFTER_RENAME, FaultyCall.LIST,
			FaultyCall.FREE_SPACE, FaultyCall.CLOSE);

	@TempDir
	Path folder;

	private final Errors errors = new Errors();

	@ParameterizedTest
	@MethodSource("callsAndDeliveries")
	void writerWorksAfterErrorsOutOfTheDisk(FaultyCall call, Delivery delivery) throws InterruptedException {
		try (WriterRig rig = WriterRig.open(this.folder, settings(delivery))) {
			Liveness.patiently().until(() -> rig.status().state() == LogFileState.WRITING);
			call.set(rig.faults, this.errors);
			work(rig);
			this.errors.end();
			Liveness.assertWorksAndCloses(rig);
		}
	}

	@ParameterizedTest
	@MethodSource("callsAndDeliveries")
	void writerWorksAfterErrorsFromItsStartOn(FaultyCall call, Delivery delivery) throws InterruptedException {
		try (WriterRig rig = WriterRig.open(this.folder, settings(delivery))) {
			call.set(rig.faults, this.errors);
			work(rig);
			this.errors.end();
			Liveness.assertWorksAndCloses(rig);
		}
	}

	@ParameterizedTest
	@EnumSource
	void writerWorksAfterErrorsOutOfTheGapEncoder(Delivery delivery) throws InterruptedException {
		LogFileSettings settings = WriterRig.settings(this.folder, delivery, 10_000, Duration.ofMillis(50), CAPPED);
		GapEncoder encoder = (gap) -> {
			this.errors.before();
			return WriterRig.marker(gap);
		};
		try (WriterRig rig = WriterRig.open(this.folder, settings, encoder, WriterRig.DEAF)) {
			Liveness.patiently().until(() -> rig.status().state() == LogFileState.WRITING);
			rig.faults.onWrite = FaultyOperations.WriteFault.FULL;
			for (int i = 0; i < 1000; i++) {
				append(rig, "line " + i);
			}
			FaultyCall.endAll(rig.faults);
			Liveness.patiently().until(() -> this.errors.thrown() >= ENOUGH);
			this.errors.end();
			Liveness.soon(() -> assertThat(rig.content()).contains("GAP "));
			Liveness.assertWorksAndCloses(rig);
		}
	}

	private LogFileSettings settings(Delivery delivery) {
		return WriterRig.settings(this.folder, delivery, WriterRig.BUFFER_SIZE, Duration.ofMillis(50), CAPPED);
	}

	/**
	 * Makes a writer do all that it does, until it has met several errors, or one that
	 * has ended a thread.
	 * @param rig the writer
	 */
	private void work(WriterRig rig) {
		Liveness.patiently().pollInterval(Duration.ofMillis(10)).until(() -> {
			append(rig, "a line during the errors");
			rig.writer.rotate();
			Files.deleteIfExists(rig.folder.live());
			return this.errors.thrown() >= ENOUGH
					|| (this.errors.thrown() > 0 && !rig.threads().contains("netraven-log-file"));
		});
	}

	private static void append(WriterRig rig, String line) {
		try {
			rig.append(line);
		}
		catch (OutOfMemoryError | StackOverflowError | NoClassDefFoundError ex) {
			// a call may fail as any Java code may
		}
	}

	static List<Arguments> callsAndDeliveries() {
		List<Arguments> arguments = new ArrayList<>();
		for (Delivery delivery : Delivery.values()) {
			CALLS.forEach((call) -> arguments.add(Arguments.of(call, delivery)));
		}
		return arguments;
	}

}
