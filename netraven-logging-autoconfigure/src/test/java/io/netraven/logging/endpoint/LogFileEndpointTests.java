package io.netraven.logging.endpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.FaultyOperations.WriteFault;
import io.netraven.logging.file.Hang;
import io.netraven.logging.file.LogFileState;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LogFileEndpoint}.
 */
class LogFileEndpointTests {

	@TempDir
	Path folder;

	@Test
	void thereIsNothingWithoutAFile() {
		LogFileEndpoint endpoint = new LogFileEndpoint(() -> null);
		assertThat(endpoint.logFile()).isNull();
		assertThat(endpoint.request("pause")).isNull();
		assertThat(new LogFileEndpointWebExtension(endpoint).request("pause").getStatus()).isEqualTo(404);
	}

	@Test
	void archiveIsThereWithItsSizeAndTime() {
		try (TestWriter log = open()) {
			log.append("four");
			new LogFileEndpoint(() -> log.writer).request("rotate");
			await().until(() -> describe(log).figures().rotations() == 1);
			await().until(() -> describe(log).archives().size() == 1);
			assertThat(describe(log).archives().get(0).size()).isEqualTo(5);
			assertThat(describe(log).archives().get(0).name()).startsWith("worker.log.").endsWith("Z");
			assertThat(describe(log).archives().get(0).archived()).isBetween(Instant.now().minusSeconds(60),
					Instant.now());
			assertThat(describe(log).figures().archivesSize()).isEqualTo(5);
		}
	}

	@Test
	void outageIsThereOnceItHasEnded() {
		try (TestWriter log = open()) {
			log.faults.onWrite = WriteFault.FULL;
			log.append("one");
			await().until(() -> log.failed.size() == 1);
			assertThat(describe(log).outages()).isEmpty();
			assertThat(describe(log).status()).containsEntry("state", "UNAVAILABLE").containsKey("reason");
			log.faults.onWrite = WriteFault.NONE;
			await().until(() -> describe(log).outages().size() == 1);
			LogFileDescriptor.PastOutage outage = describe(log).outages().get(0);
			assertThat(outage.reason()).isNotBlank();
			assertThat(outage.from()).isBefore(outage.to());
			assertThat(outage.linesKept()).isOne();
			assertThat(outage.linesLost()).isZero();
		}
	}

	@Test
	void pauseAndResume() {
		try (TestWriter log = open()) {
			LogFileEndpoint endpoint = new LogFileEndpoint(() -> log.writer);
			endpoint.request("pause");
			assertThat(log.status().state()).isEqualTo(LogFileState.PAUSED);
			endpoint.request("resume");
			assertThat(log.status().state()).isEqualTo(LogFileState.WRITING);
		}
	}

	@Test
	void fileIsOpenedAnewAndGoesOnWhereItWas() {
		try (TestWriter log = open()) {
			log.append("one");
			Instant opened = Objects.requireNonNull(describe(log).opened());
			for (int i = 0; i < 20; i++) {
				new LogFileEndpoint(() -> log.writer).request("reopen");
				log.append("line " + i);
			}
			await().until(() -> opened.isBefore(describe(log).opened()));
			log.append("last");
			assertThat(log.lines()).hasSize(22).startsWith("one", "line 0").endsWith("line 19", "last");
			assertThat(describe(log).figures().fileSize()).isEqualTo(log.file.toFile().length());
			assertThat(log.followed).isEmpty();
		}
	}

	@Test
	void unknownActionIsRefusedWithWhatThereIs() {
		LogFileEndpoint endpoint = new LogFileEndpoint(() -> null);
		assertThatExceptionOfType(InvalidEndpointRequestException.class).isThrownBy(() -> endpoint.request("PAUSE"))
			.withMessageContaining("[rotate, reopen, pause, resume]");
		assertThat(new LogFileEndpointWebExtension(endpoint).request("../x").getStatus()).isEqualTo(400);
	}

	@Test
	void answersWhileEveryThreadHangs() {
		try (TestWriter log = TestWriter.open(this.folder.resolve("worker.log"), Delivery.SYNC, 1024 * 1024,
				Duration.ofMillis(50))) {
			Hang hang = new Hang();
			log.faults.onLook = hang;
			log.faults.onOpen = hang;
			log.faults.onWrite = hang;
			log.faults.onFreeSpace = hang;
			log.faults.onList = hang;
			await().until(() -> !hang.caught().isEmpty());
			Thread caught = new Thread(() -> log.append("caught"));
			caught.start();
			await().atMost(Duration.ofSeconds(1)).until(() -> !log.status().isHealthy());
			assertThat(describe(log).status()).containsEntry("state", "STALLED");
			assertThat(hang.caught()).doesNotContain(Thread.currentThread());
			hang.end();
			await().until(() -> !caught.isAlive());
		}
	}

	private static LogFileDescriptor describe(TestWriter log) {
		return Objects.requireNonNull(new LogFileEndpoint(() -> log.writer).logFile());
	}

	private TestWriter open() {
		return TestWriter.open(this.folder.resolve("worker.log"), Rotations.at(1_000_000));
	}

}
