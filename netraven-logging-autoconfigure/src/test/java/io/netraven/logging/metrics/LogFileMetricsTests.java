package io.netraven.logging.metrics;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.FaultyOperations.WriteFault;
import io.netraven.logging.file.Hang;
import io.netraven.logging.file.MachineTime;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.TestWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link LogFileMetrics}.
 */
class LogFileMetricsTests {

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	@TempDir
	Path folder;

	@Test
	void everyMeterHasItsNameUnitAndDescription() {
		try (TestWriter log = open()) {
			assertThat(names(log)).containsExactlyInAnyOrder("lines.written", "lines.lost", "lines.left.out",
					"calls.unconfirmed", "written", "masked", "buffer.lines", "buffer.used", "buffer.max", "available",
					"state", "outage", "outages", "rotations", "degraded", "archives", "archives.size", "file.size",
					"volume.free");
			assertThat(this.registry.getMeters()).allSatisfy((meter) -> {
				assertThat(meter.getId().getDescription()).isNotBlank();
				assertThat(meter.getId().getTag("file")).isNull();
			});
			assertThat(units()).containsOnly(Map.entry("written", "bytes"), Map.entry("buffer.used", "bytes"),
					Map.entry("buffer.max", "bytes"), Map.entry("archives.size", "bytes"),
					Map.entry("file.size", "bytes"), Map.entry("volume.free", "bytes"), Map.entry("outage", "seconds"));
		}
	}

	@Test
	void valuesAreThoseOfTheFile() {
		try (TestWriter log = open()) {
			assertThat(value("lines.written")).isZero();
			assertThat(value("rotations", "result", "archived")).isZero();
			log.append("four");
			assertThat(value("lines.written")).isOne();
			assertThat(value("written")).isEqualTo(5);
			assertThat(value("file.size")).isEqualTo(5);
			assertThat(value("buffer.max")).isEqualTo(8 * 1024 * 1024);
			assertThat(value("volume.free")).isPositive();
			assertThat(value("available")).isOne();
			assertThat(value("state", "state", "writing")).isOne();
			log.writer.rotate();
			await().until(() -> value("rotations", "result", "archived") == 1);
			await().until(() -> value("archives") == 1 && value("archives.size") == 5);
			assertThat(value("rotations", "result", "failed")).isZero();
		}
	}

	@Test
	void outageIsSeen() {
		try (TestWriter log = open()) {
			log.faults.onWrite = WriteFault.FULL;
			log.append("one");
			assertThat(value("available")).isZero();
			assertThat(value("state", "state", "unavailable")).isOne();
			assertThat(value("outages")).isOne();
			assertThat(value("buffer.lines")).isOne();
			assertThat(value("buffer.used")).isPositive();
			await().until(() -> value("outage") > 0);
			log.faults.onWrite = WriteFault.NONE;
			await().until(() -> value("available") == 1);
			assertThat(value("outage")).isZero();
			assertThat(value("buffer.lines")).isZero();
		}
	}

	@Test
	void valuesOutliveAGarbageCollection() {
		try (TestWriter log = open()) {
			WeakReference<Object> garbage = new WeakReference<>(new Object());
			await().until(() -> {
				System.gc();
				return garbage.get() == null;
			});
			log.append("four");
			assertThat(value("available")).isOne();
			assertThat(value("outage")).isZero();
			assertThat(value("written")).isEqualTo(5);
			assertThat(value("rotations", "result", "archived")).isZero();
			assertThat(value("state", "state", "writing")).isOne();
			assertThat(value("masked")).isEqualTo(7);
		}
	}

	@Test
	void outageIsSeenWithinASecondWhileEveryThreadHangs() {
		try (TestWriter log = bound(TestWriter.open(this.folder.resolve("worker.log"), Delivery.SYNC, 1024 * 1024,
				Duration.ofMillis(50)))) {
			Hang hang = new Hang();
			log.faults.onLook = hang;
			log.faults.onOpen = hang;
			log.faults.onWrite = hang;
			await().until(() -> !hang.caught().isEmpty());
			Thread caught = new Thread(() -> log.append("caught"));
			caught.start();
			MachineTime.within(Duration.ofSeconds(1), await(), () -> assertThat(value("available")).isZero());
			assertThat(value("state", "state", "stalled")).isOne();
			assertThat(value("buffer.lines")).isOne();
			hang.end();
			await().until(() -> !caught.isAlive() && value("available") == 1);
		}
	}

	@Test
	void pauseIsSeen() {
		try (TestWriter log = open()) {
			log.writer.pause();
			log.append("left out");
			assertThat(value("state", "state", "paused")).isOne();
			assertThat(value("lines.left.out")).isOne();
			assertThat(value("lines.lost")).isZero();
			assertThat(value("available")).isOne();
		}
	}

	private TestWriter open() {
		return bound(TestWriter.open(this.folder.resolve("worker.log"), Rotations.at(1_000_000)));
	}

	private TestWriter bound(TestWriter log) {
		new LogFileMetrics(log::status, new AtomicLong(7)::get).bindTo(this.registry);
		return log;
	}

	private Set<String> names(TestWriter log) {
		assertThat(log.status().isHealthy()).isTrue();
		return this.registry.getMeters().stream().map(LogFileMetricsTests::name).collect(Collectors.toSet());
	}

	private Map<String, String> units() {
		Map<String, String> units = new TreeMap<>();
		for (Meter meter : this.registry.getMeters()) {
			String unit = meter.getId().getBaseUnit();
			if (unit != null) {
				units.put(name(meter), unit);
			}
		}
		return units;
	}

	private static String name(Meter meter) {
		return meter.getId().getName().substring("netraven.logging.".length());
	}

	private double value(String name, String... tags) {
		Meter meter = this.registry.get("netraven.logging." + name).tags(tags).meter();
		return meter.measure().iterator().next().getValue();
	}

}
