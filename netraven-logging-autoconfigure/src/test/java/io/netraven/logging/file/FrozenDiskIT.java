package io.netraven.logging.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A real file system whose writes do not return while it is frozen.
 */
@NeedsRoot
class FrozenDiskIT {

	private static final Duration SOON = Duration.ofSeconds(1);

	@TempDir
	Path folder;

	private Volume volume;

	private Path logs;

	private Path file;

	@BeforeEach
	void mountVolume() throws Exception {
		this.logs = this.folder.resolve("logs");
		this.volume = Volume.ext4(this.folder.resolve("image"), this.logs);
		this.file = this.logs.resolve("worker.log");
	}

	@AfterEach
	void unmountVolume() throws Exception {
		this.volume.close();
	}

	@ParameterizedTest
	@EnumSource(Delivery.class)
	void everyThreadButAtMostOneGoesOnAndNoLineIsLost(Delivery delivery) throws Exception {
		try (TestWriter log = TestWriter.open(this.file, delivery, 8 * 1024 * 1024, Duration.ofMillis(50))) {
			log.append("before");
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			this.volume.freeze();
			List<TimedLogger> loggers = IntStream.range(0, 8).mapToObj((i) -> new TimedLogger(log, i, 1000)).toList();
			Duration start = MachineTime.now();
			loggers.forEach(Thread::start);
			MachineTime.within(SOON, await(), () -> assertThat(log.status().isHealthy()).isFalse());
			assertThat(log.status().state()).isEqualTo(LogFileState.STALLED);
			int caught = (delivery == Delivery.SYNC) ? 1 : 0;
			await().until(() -> loggers.stream().filter(Thread::isAlive).count() == caught);
			assertThat(MachineTime.since(start)).isLessThan(Duration.ofSeconds(3));
			await().until(() -> log.failed.size() == 1);
			this.volume.thaw();
			for (TimedLogger logger : loggers) {
				logger.join();
			}
			assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
			assertThat(log.lines()).hasSize(8001).doesNotHaveDuplicates();
			await().until(() -> log.recovered.size() == 1);
		}
	}

	@Test
	void frozenVolumeThatIsReplacedIsGivenUp() throws Exception {
		Volume next = null;
		try (TestWriter log = TestWriter.open(this.file, Delivery.SYNC, 8 * 1024 * 1024, Duration.ofMillis(50))) {
			log.append("before");
			this.volume.freeze();
			TimedLogger caught = new TimedLogger(log, 0, 1);
			caught.start();
			MachineTime.within(SOON, await(), () -> assertThat(log.status().isHealthy()).isFalse());
			next = Volume.tmpfs(this.logs, "1m");
			log.append("during");
			await().until(() -> log.status().state() == LogFileState.WRITING);
			log.append("after");
			assertThat(log.lines()).containsExactly("logger-0 0", "during", "after");
			assertThat(caught.isAlive()).isTrue();
		}
		finally {
			if (next != null) {
				next.close();
			}
		}
	}

}
