package io.netraven.logging.health;

import java.util.Objects;
import java.util.function.Supplier;

import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.WriteDiagnosis;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@link HealthIndicator} that is UP while log lines reach the file, or are captured for
 * a file that has not been opened yet, and DOWN otherwise. It answers from memory: it
 * touches no disk and does not block. Safe for use by any number of threads.
 * <p>
 * DOWN makes {@code /actuator/health} answer 503. Liveness and readiness are groups of
 * their own and do not change. For another outcome:
 * <ul>
 * <li>{@code management.endpoint.health.group.<name>.exclude=netravenLogging} keeps the
 * file out of a group that an orchestrator asks; add
 * {@code management.endpoint.health.validate-group-membership=false}, so that the
 * application also starts once no file is set;</li>
 * <li>{@code management.endpoint.health.group.<name>.status.http-mapping.down=200}, or
 * without {@code group.<name>} for the whole of health, keeps DOWN in the body and
 * changes the HTTP status;</li>
 * <li>a bean of the application named {@code netravenLoggingHealthIndicator} takes this
 * one's place, and may turn its answer into another status;</li>
 * <li>{@code management.health.netravenlogging.enabled=false} leaves it out.</li>
 * </ul>
 * Details: {@code file}, {@code state}, {@code reason}, {@code remedy}, {@code since},
 * {@code linesWritten}, {@code bytesWritten}, {@code linesWaiting}, {@code bytesWaiting},
 * {@code linesLost}, {@code unconfirmed}, {@code lastWrite}, {@code degradation} (what is
 * not as asked for though lines are taken, such as a file that cannot be archived) and
 * {@code freeSpace} (bytes). What is not known is left out.
 *
 * @author NetRaven maintainers
 */
public class LogFileHealthIndicator extends AbstractHealthIndicator {

	private final Supplier<LogFileStatus> status;

	/**
	 * Create a new {@code LogFileHealthIndicator} instance.
	 * @param status gives what is known of the file, from memory
	 */
	public LogFileHealthIndicator(Supplier<LogFileStatus> status) {
		super("Log file health check failed");
		this.status = Objects.requireNonNull(status, "'status' must not be null");
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		LogFileStatus status = this.status.get();
		WriteDiagnosis diagnosis = status.diagnosis();
		WriteDiagnosis degradation = status.degradation();
		builder.status(status.isHealthy() ? Status.UP : Status.DOWN)
			.withDetail("file", status.file())
			.withDetail("state", status.state().name());
		addIfKnown(builder, "reason", (diagnosis != null) ? diagnosis.reason() : null);
		addIfKnown(builder, "remedy", (diagnosis != null) ? diagnosis.remedy() : null);
		addIfKnown(builder, "since", status.since());
		builder.withDetail("linesWritten", status.linesWritten())
			.withDetail("bytesWritten", status.bytesWritten())
			.withDetail("linesWaiting", status.linesWaiting())
			.withDetail("bytesWaiting", status.bytesWaiting())
			.withDetail("linesLost", status.linesLost())
			.withDetail("unconfirmed", status.unconfirmed());
		addIfKnown(builder, "lastWrite", status.lastWrite());
		addIfKnown(builder, "degradation", (degradation != null) ? degradation.reason() : null);
		addIfKnown(builder, "freeSpace", (status.freeSpace() >= 0) ? status.freeSpace() : null);
	}

	private void addIfKnown(Health.Builder builder, String key, @Nullable Object value) {
		if (value != null) {
			builder.withDetail(key, value);
		}
	}

}
