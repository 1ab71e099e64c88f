package io.netraven.logging.health;

import java.util.Objects;
import java.util.function.Supplier;

import io.netraven.logging.file.LogFileStatus;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * {@link HealthIndicator} for the log file. The status is UP while log lines reach the
 * file, are captured for a file that has not been opened yet, or are left out of it on
 * request, and DOWN otherwise. It is read from memory, without access to the disk, and
 * the check does not block. Thread-safe.
 * <p>
 * With DOWN, {@code /actuator/health} answers 503. The liveness and readiness groups are
 * not affected. To change the outcome:
 * <ul>
 * <li>{@code management.endpoint.health.group.<name>.exclude=netravenLogging} excludes
 * the file from a group that an orchestrator uses; add
 * {@code management.endpoint.health.validate-group-membership=false}, so that the
 * application also starts without a file;</li>
 * <li>{@code management.endpoint.health.group.<name>.status.http-mapping.down=200}, or
 * without {@code group.<name>} for all of health, changes the HTTP status and keeps DOWN
 * in the body;</li>
 * <li>a bean of the application named {@code netravenLoggingHealthIndicator} replaces
 * this one and may map its status to another;</li>
 * <li>{@code management.health.netravenlogging.down-on-outage=false} keeps UP, with the
 * details of the outage;</li>
 * <li>{@code management.health.netravenlogging.enabled=false} disables it.</li>
 * </ul>
 * Details: {@code file}, {@code state}, {@code reason}, {@code remedy}, {@code since},
 * {@code linesWritten}, {@code bytesWritten}, {@code linesWaiting}, {@code bytesWaiting},
 * {@code linesLost}, {@code linesLeftOut} (on request), {@code unconfirmed},
 * {@code lastWrite}, {@code lastForced} (when the file was last put on the disk),
 * {@code degradation} (what does not work as configured although lines reach the file,
 * such as archiving), {@code note} (what is weak although nothing fails, such as a folder
 * in which every user may delete files) and {@code freeSpace} (bytes). Unknown values are
 * omitted. Times are instants in UTC.
 */
public class LogFileHealthIndicator extends AbstractHealthIndicator {

	private final Supplier<LogFileStatus> status;

	private final boolean downOnOutage;

	/**
	 * Create a new {@code LogFileHealthIndicator} instance that is DOWN during an outage.
	 * @param status supplies the status of the file; called for each check, must not
	 * block
	 */
	public LogFileHealthIndicator(Supplier<LogFileStatus> status) {
		this(status, true);
	}

	/**
	 * Create a new {@code LogFileHealthIndicator} instance.
	 * @param status supplies the status of the file; called for each check, must not
	 * block
	 * @param downOnOutage whether an outage is DOWN; otherwise it is UP with the details
	 * of the outage
	 */
	public LogFileHealthIndicator(Supplier<LogFileStatus> status, boolean downOnOutage) {
		super("Log file health check failed");
		this.status = Objects.requireNonNull(status, "'status' must not be null");
		this.downOnOutage = downOnOutage;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		LogFileStatus status = this.status.get();
		boolean up = status.isHealthy() || !this.downOnOutage;
		builder.status(up ? Status.UP : Status.DOWN).withDetails(status.details());
	}

}
