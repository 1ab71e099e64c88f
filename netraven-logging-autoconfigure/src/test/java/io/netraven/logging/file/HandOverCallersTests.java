package io.netraven.logging.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.netraven.logging.file.FaultyOperations.DiskFault;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The hand-over to a new file catches no caller longer than its own write lasts.
 */
class HandOverCallersTests {

	private static final RotationSettings ON_DEMAND = Rotations.at(Long.MAX_VALUE / 2);

	private static final int ROTATIONS = 20;

	private LogFolder folder;

	@BeforeEach
	void setUp(@TempDir Path path) {
		this.folder = new LogFolder(path);
	}

	@ParameterizedTest
	@EnumSource(names = { "CREATE", "OPEN", "RENAME", "AFTER_RENAME", "LINK", "DELETE" })
	void callsGoOnWhileADiskCallOfTheHandOverHangs(FaultyCall call) {
		Hang hang = new Hang();
		try (TestWriter log = this.folder.open(ON_DEMAND)) {
			log.append("one");
			call.set(log.faults, hang);
			log.writer.rotate();
			patiently().until(() -> !hang.caught().isEmpty());
			CompletableFuture<Void> caller = CompletableFuture.runAsync(() -> log.append("two"));
			patiently().until(caller::isDone);
			assertThat(log.status().linesWritten()).isEqualTo(2);
			FaultyCall.endAll(log.faults);
			hang.end();
			patiently().until(() -> log.rotated.size() == 1);
			log.append("three");
			assertThat(log.lines()).last().isEqualTo("three");
			assertThat(this.folder.lines()).containsExactly("one", "two", "three");
		}
		finally {
			hang.end();
		}
	}

	@Test
	void callMakesOneWriteAndNoOtherDiskCall() {
		ThreadLocal<List<FaultyCall>> calls = ThreadLocal.withInitial(ArrayList::new);
		Set<List<FaultyCall>> callsOfAppends = ConcurrentHashMap.newKeySet();
		AtomicBoolean end = new AtomicBoolean();
		try (TestWriter log = this.folder.open(ON_DEMAND)) {
			for (FaultyCall call : FaultyCall.values()) {
				DiskFault recording = () -> calls.get().add(call);
				call.set(log.faults, recording);
			}
			List<CompletableFuture<Void>> callers = IntStream.range(0, 2)
				.mapToObj((caller) -> CompletableFuture.runAsync(() -> {
					while (!end.get()) {
						calls.get().clear();
						log.append("line");
						callsOfAppends.add(List.copyOf(calls.get()));
					}
				}))
				.toList();
			for (int i = 1; i <= ROTATIONS; i++) {
				int rotations = i;
				log.writer.rotate();
				patiently().until(() -> log.rotated.size() == rotations);
			}
			end.set(true);
			callers.forEach(CompletableFuture::join);
		}
		assertThat(callsOfAppends).contains(List.of(FaultyCall.WRITE, FaultyCall.AFTER_WRITE))
			.isSubsetOf(List.of(), List.of(FaultyCall.WRITE, FaultyCall.AFTER_WRITE));
	}

	private static ConditionFactory patiently() {
		return await().atMost(Duration.ofMinutes(2));
	}

}
