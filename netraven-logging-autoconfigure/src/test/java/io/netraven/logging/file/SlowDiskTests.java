package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A disk that is slow but works, with traffic without pause, against a writer that looks
 * at its path, its size and its state in time.
 */
class SlowDiskTests {

	private static final List<FaultyCall> CALLS = List.of(FaultyCall.WRITE, FaultyCall.LOOK, FaultyCall.OPEN,
			FaultyCall.RENAME, FaultyCall.CREATE, FaultyCall.LIST, FaultyCall.FREE_SPACE);

	private static final long STALL_MILLIS = 500;

	/**
	 * So many calls can come between a look at the path and the first line in a new file.
	 */
	private static final int CALLS_OF_A_MOVE = 10;

	@TempDir
	Path folder;

	@ParameterizedTest(name = "{0} {1} ms {2}")
	@MethodSource("callsAndLatencies")
	void rotatesAndFollowsWhateverTheLoad(FaultyCall call, int millis, Delivery delivery) throws Exception {
		Duration bound = Liveness.SOON.plusMillis((long) CALLS_OF_A_MOVE * millis);
		boolean slowWrites = call == FaultyCall.WRITE;
		RotationSettings rotation = Rotations.at((slowWrites) ? 64 * 1024 : 2 * 1024 * 1024);
		try (WriterRig rig = WriterRig.open(this.folder, WriterRig.settings(this.folder, delivery, rotation));
				Traffic traffic = new Traffic(rig, (slowWrites) ? 200 + 50 * millis : 200)) {
			await().until(() -> rig.status().state() == LogFileState.WRITING);
			call.set(rig.faults, Latency.ofMillis(millis));
			traffic.start();
			await().alias("archives").atMost(Duration.ofMinutes(1)).until(() -> rig.folder.archives().size() >= 2);
			Object deleted = delete(rig);
			MachineTime.within(bound, Liveness.patiently().ignoreExceptions().alias("new lines in a new file"), () -> {
				Path live = rig.folder.live();
				assertThat(Files.size(live)).isPositive();
				assertThat(key(live)).isNotEqualTo(deleted);
			});
			assertThat(traffic.wrongStates(millis > STALL_MILLIS)).isEmpty();
		}
	}

	private Object delete(WriterRig rig) {
		List<Object> deleted = new ArrayList<>();
		await().until(() -> {
			Path live = rig.folder.live();
			if (Files.exists(live)) {
				Object key = key(live);
				if (Files.deleteIfExists(live)) {
					deleted.add(key);
				}
			}
			return !deleted.isEmpty();
		});
		return deleted.get(0);
	}

	private static Object key(Path file) throws IOException {
		return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
	}

	/**
	 * Each call with each latency, the longest with both deliveries and the others by
	 * turns.
	 */
	static List<Arguments> callsAndLatencies() {
		List<Arguments> arguments = new ArrayList<>();
		for (FaultyCall call : CALLS) {
			arguments.add(Arguments.of(call, 1, Delivery.SYNC));
			arguments.add(Arguments.of(call, 5, Delivery.ASYNC));
			arguments.add(Arguments.of(call, 20, Delivery.SYNC));
			arguments.add(Arguments.of(call, 100, Delivery.ASYNC));
			arguments.add(Arguments.of(call, 600, Delivery.SYNC));
			arguments.add(Arguments.of(call, 600, Delivery.ASYNC));
		}
		return arguments;
	}

}
