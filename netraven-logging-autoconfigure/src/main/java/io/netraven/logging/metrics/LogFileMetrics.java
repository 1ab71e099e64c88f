package io.netraven.logging.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.netraven.logging.file.LogFileFigures;
import io.netraven.logging.file.LogFileState;
import io.netraven.logging.file.LogFileStatus;
import org.jspecify.annotations.Nullable;

/**
 * {@link MeterBinder} for the log file. Each meter is read from memory, without access to
 * the disk, and is true while every thread of the library hangs. A value that is not
 * known is {@code NaN}. Thread-safe.
 */
public class LogFileMetrics implements MeterBinder {

	private static final String PREFIX = "netraven.logging.";

	private final Supplier<LogFileStatus> status;

	private final LongSupplier masked;

	/**
	 * Create a new {@code LogFileMetrics} instance.
	 * @param status supplies the status of the file; called for each value, must not
	 * block
	 * @param masked supplies how many secrets were masked; must not block
	 */
	public LogFileMetrics(Supplier<LogFileStatus> status, LongSupplier masked) {
		this.status = Objects.requireNonNull(status, "'status' must not be null");
		this.masked = Objects.requireNonNull(masked, "'masked' must not be null");
	}

	/**
	 * {@inheritDoc}
	 * <p>
	 * The registry keeps the suppliers. A counter alone would not: it refers weakly to
	 * what it reads, unlike the gauges here.
	 */
	@Override
	public void bindTo(MeterRegistry registry) {
		counter(registry, "lines.written", null, "Log lines that the operating system has accepted",
				LogFileStatus::linesWritten);
		counter(registry, "lines.lost", null, "Log lines that will never be in the file", LogFileStatus::linesLost);
		counter(registry, "lines.left.out", null, "Log lines that were left out of the file on request",
				(status) -> status.figures().linesLeftOut());
		counter(registry, "calls.unconfirmed", null, "Log calls that returned before their line was in the file",
				LogFileStatus::unconfirmed);
		counter(registry, "written", "bytes", "Bytes that the operating system has accepted",
				LogFileStatus::bytesWritten);
		counter(registry, "outages", null, "Times that the file became unwritable",
				(status) -> status.figures().outages());
		FunctionCounter.builder(PREFIX + "masked", this.status, (supplier) -> this.masked.getAsLong())
			.description("Secrets that were masked in the file")
			.register(registry);
		rotations(registry, "archived", LogFileFigures::rotations);
		rotations(registry, "failed", LogFileFigures::failedRotations);
		gauge(registry, "buffer.lines", null, "Log lines that wait in memory for the file",
				LogFileStatus::linesWaiting);
		gauge(registry, "buffer.used", "bytes", "Memory that waiting lines use", LogFileStatus::bytesWaiting);
		gauge(registry, "buffer.max", "bytes", "Maximum memory for waiting lines",
				(status) -> status.figures().bufferSize());
		gauge(registry, "available", null, "Whether lines reach the file (1) or not (0)",
				(status) -> (status.isHealthy()) ? 1 : 0);
		gauge(registry, "degraded", null, "Whether something about the file is not as configured (1) or not (0)",
				(status) -> (status.degradation() != null) ? 1 : 0);
		gauge(registry, "archives", null, "Archives of the file", (status) -> known(status.figures().archives()));
		gauge(registry, "archives.size", "bytes", "Size of the archives",
				(status) -> known(status.figures().archivesSize()));
		gauge(registry, "file.size", "bytes", "Size of the live file", (status) -> status.figures().fileSize());
		gauge(registry, "volume.free", "bytes", "Free space of the volume when it was last checked",
				(status) -> known(status.freeSpace()));
		TimeGauge
			.builder(PREFIX + "outage", this.status, TimeUnit.MILLISECONDS, (supplier) -> outageMillis(supplier.get()))
			.strongReference(true)
			.description("Time since the present outage began, 0 if there is none")
			.register(registry);
		for (LogFileState state : LogFileState.values()) {
			Gauge.builder(PREFIX + "state", this.status, (supplier) -> (supplier.get().state() == state) ? 1 : 0)
				.strongReference(true)
				.tag("state", state.name().toLowerCase(Locale.ROOT))
				.description("1 for the state that the file is in, 0 for the others")
				.register(registry);
		}
	}

	private void counter(MeterRegistry registry, String name, @Nullable String unit, String description,
			ToDoubleFunction<LogFileStatus> value) {
		FunctionCounter.builder(PREFIX + name, this.status, (supplier) -> value.applyAsDouble(supplier.get()))
			.baseUnit(unit)
			.description(description)
			.register(registry);
	}

	private void rotations(MeterRegistry registry, String result, ToDoubleFunction<LogFileFigures> value) {
		FunctionCounter
			.builder(PREFIX + "rotations", this.status, (supplier) -> value.applyAsDouble(supplier.get().figures()))
			.tag("result", result)
			.description("Attempts to archive the live file")
			.register(registry);
	}

	private void gauge(MeterRegistry registry, String name, @Nullable String unit, String description,
			ToDoubleFunction<LogFileStatus> value) {
		Gauge.builder(PREFIX + name, this.status, (supplier) -> value.applyAsDouble(supplier.get()))
			.strongReference(true)
			.baseUnit(unit)
			.description(description)
			.register(registry);
	}

	private static double known(long value) {
		return (value >= 0) ? value : Double.NaN;
	}

	private static double outageMillis(LogFileStatus status) {
		Instant since = status.since();
		return (status.isHealthy() || since == null) ? 0
				: Math.max(0, Duration.between(since, Instant.now()).toMillis());
	}

}
