package io.netraven.logging.file;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.netraven.logging.file.FaultyOperations.WriteFault;
import io.netraven.logging.file.daemon.TimeLimits;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A gap encoder that logs while its thread has the turn, against whole lines and gaps
 * that are counted once.
 */
@Timeout(120)
class ReentrantEncoderTests {

	private static final int BUFFER_SIZE = 10_000;

	private static final Duration LONG = Duration.ofMinutes(5);

	@TempDir
	Path folder;

	private final AtomicInteger encoded = new AtomicInteger();

	private final AtomicReference<WriterRig> rig = new AtomicReference<>();

	private final Hang hang = new Hang();

	@ParameterizedTest
	@EnumSource
	void gapOfAnOutageIsMarkedOnceAndWhatItsEncoderLogsIsInTheFile(Delivery delivery) {
		try (WriterRig log = open(delivery)) {
			log.faults.onWrite = WriteFault.FULL;
			appendAll(log, 0, 500);
			log.faults.onWrite = WriteFault.NONE;
			assertComplete(log, 500);
		}
	}

	@ParameterizedTest
	@EnumSource
	void gapOfASlowVolumeIsMarkedOnceAndWhatItsEncoderLogsIsInTheFile(Delivery delivery) throws InterruptedException {
		try (WriterRig log = open(delivery)) {
			log.faults.onWrite = this.hang;
			Thread caught = new Thread(() -> log.append("line 0"));
			caught.start();
			Liveness.patiently().until(() -> !this.hang.caught().isEmpty());
			List<Thread> others = IntStream.range(1, 500)
				.mapToObj((i) -> new Thread(() -> log.append("line " + i + " " + "x".repeat(100))))
				.toList();
			others.forEach(Thread::start);
			Liveness.patiently().until(() -> log.status().linesLost() > 0);
			this.hang.end();
			caught.join();
			for (Thread other : others) {
				other.join();
			}
			assertComplete(log, 500);
		}
		finally {
			this.hang.end();
		}
	}

	private WriterRig open(Delivery delivery) {
		LogFileSettings settings = WriterRig.settings(this.folder, delivery, BUFFER_SIZE, Duration.ofMillis(50),
				Rotations.at(Long.MAX_VALUE));
		WriterRig log = WriterRig.open(this.folder, settings, new TimeLimits(LONG, LONG, LONG, LONG, Duration.ZERO),
				this::encode, WriterRig.DEAF);
		this.rig.set(log);
		Liveness.patiently().until(() -> log.status().state() == LogFileState.WRITING);
		return log;
	}

	private byte[] encode(Gap gap) {
		int number = this.encoded.incrementAndGet();
		if (number <= 100) {
			Objects.requireNonNull(this.rig.get()).append("nested " + number);
		}
		return WriterRig.marker(gap);
	}

	private static void appendAll(WriterRig log, int from, int to) {
		IntStream.range(from, to).forEach((i) -> log.append("line " + i + " " + "x".repeat(100)));
	}

	private void assertComplete(WriterRig log, int lines) {
		Liveness.patiently().untilAsserted(() -> {
			assertThat(log.status().state()).as("%s", log.status()).isEqualTo(LogFileState.WRITING);
			assertThat(log.status().linesWaiting()).isZero();
		});
		assertThat(log.writer.drain(TestWriter.LONG_WAIT)).isTrue();
		List<String> content = log.content().lines().toList();
		assertThat(content).allMatch((line) -> line.matches("line \\d+( x{100})?|nested \\d+|GAP \\d+ .*"));
		assertThat(content).filteredOn((line) -> !line.startsWith("GAP")).doesNotHaveDuplicates();
		long lost = content.stream()
			.filter((line) -> line.startsWith("GAP"))
			.mapToLong((line) -> Long.parseLong(line.split(" ")[1]))
			.sum();
		assertThat(lost).as("lines that are marked as lost").isPositive().isEqualTo(log.status().linesLost());
		assertThat(content.stream().filter((line) -> line.startsWith("GAP"))).as("gaps").hasSize(this.encoded.get());
		assertThat(content.stream().filter((line) -> !line.startsWith("GAP")).count() + lost)
			.as("lines that were logged")
			.isEqualTo(lines + this.encoded.get());
	}

}
