package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.netraven.logging.file.FaultyOperations.DiskFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A file that is put on the disk at an interval.
 */
class ForceIntervalTests {

	private static final Duration INTERVAL = Duration.ofMillis(20);

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource(Delivery.class)
	void fileIsForcedAfterWhatWasWrittenToItAndNotOtherwise(Delivery delivery) {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), delivery, INTERVAL)) {
			log.append("one");
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			await().until(() -> log.status().figures().lastForced() != null);
			await().until(() -> isCalm(log));
			int before = log.faults.forces.get();
			log.append("two");
			await().until(() -> log.faults.forces.get() > before);
		}
	}

	private static boolean isCalm(TestWriter log) {
		int forces = log.faults.forces.get();
		await().pollDelay(INTERVAL.multipliedBy(5)).until(() -> true);
		return log.faults.forces.get() == forces;
	}

	@Test
	void withoutAnIntervalNothingIsForced() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"))) {
			log.append("one");
			log.writer.rotate();
			await().until(() -> log.rotated.size() == 1);
			assertThat(log.faults.forces).hasValue(0);
			assertThat(log.status().figures().lastForced()).isNull();
		}
	}

	@Test
	void intervalIsTheShortestTimeBetweenTwoForces() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.SYNC, Duration.ofDays(1))) {
			log.append("one");
			await().until(() -> log.faults.forces.get() == 1);
			log.append("two");
			log.writer.rotate();
			await().until(() -> log.rotated.size() == 1);
			await().until(() -> log.faults.forces.get() == 2);
		}
	}

	@Test
	void forceThatHangsHoldsNoCaller() {
		Hang hang = new Hang();
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.SYNC, INTERVAL)) {
			log.faults.onForce = hang;
			log.append("one");
			await().until(() -> !hang.caught().isEmpty());
			log.append("two");
			assertThat(log.lines()).containsExactly("one", "two");
			assertThat(hang.caught()).extracting(Thread::getName).containsOnly("netraven-log-file");
			log.faults.onForce = DiskFault.NONE;
			hang.end();
		}
	}

	@Test
	void forceThatFailsIsSaidAndLinesFlow() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.SYNC, INTERVAL)) {
			log.faults.onForce = () -> {
				throw new IOException("Input/output error");
			};
			log.append("one");
			await().until(() -> log.status().degradation() != null);
			assertThat(String.valueOf(log.status().degradation())).contains("put on the disk: Input/output error");
			assertThat(log.status().isHealthy()).isTrue();
			log.faults.onForce = DiskFault.NONE;
			await().until(() -> log.status().degradation() == null);
			assertThat(log.lines()).containsExactly("one");
		}
	}

}
