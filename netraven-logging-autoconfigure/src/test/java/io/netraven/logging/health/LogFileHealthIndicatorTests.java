package io.netraven.logging.health;

import java.time.Instant;
import java.util.Objects;

import io.netraven.logging.file.LogFileFigures;
import io.netraven.logging.file.LogFileState;
import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.WriteDiagnosis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.entry;

/**
 * Tests for {@link LogFileHealthIndicator}.
 */
class LogFileHealthIndicatorTests {

	private static final Instant SINCE = Instant.parse("2026-11-22T10:15:30Z");

	private static final Instant LAST_WRITE = Instant.parse("2026-11-22T10:15:29Z");

	@ParameterizedTest
	@EnumSource(names = { "WRITING", "CAPTURING", "PAUSED" })
	void fileThatTakesLinesIsUp(LogFileState state) {
		assertThat(health(status(state, null, null, null, -1)).getStatus()).isEqualTo(Status.UP);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "WRITING", "CAPTURING", "PAUSED" })
	void fileThatTakesNoLinesIsDown(LogFileState state) {
		assertThat(health(status(state, null, null, null, -1)).getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void detailsSayWhatAnOperatorCanActOn() {
		WriteDiagnosis diagnosis = new WriteDiagnosis("No space left on device", "Free some space");
		Health health = health(status(LogFileState.UNAVAILABLE, SINCE, diagnosis, LAST_WRITE, 512));
		assertThat(health.getDetails()).containsExactly(entry("file", "/var/log/netraven/worker.log"),
				entry("state", "UNAVAILABLE"), entry("reason", "No space left on device"),
				entry("remedy", "Free some space"), entry("since", SINCE), entry("linesWritten", 1L),
				entry("bytesWritten", 2L), entry("linesWaiting", 3L), entry("bytesWaiting", 4L), entry("linesLost", 5L),
				entry("unconfirmed", 6L), entry("lastWrite", LAST_WRITE), entry("freeSpace", 512L));
	}

	@Test
	void whatIsNotKnownIsLeftOut() {
		Health health = health(status(LogFileState.CAPTURING, null, null, null, -1));
		assertThat(health.getDetails()).containsOnlyKeys("file", "state", "linesWritten", "bytesWritten",
				"linesWaiting", "bytesWaiting", "linesLost", "unconfirmed");
	}

	@Test
	void outageCanStayUpWithItsDetails() {
		LogFileStatus status = status(LogFileState.UNAVAILABLE, SINCE, new WriteDiagnosis("full", "Free some"), null,
				0);
		Health health = Objects.requireNonNull(new LogFileHealthIndicator(() -> status, false).health());
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("state", "UNAVAILABLE").containsEntry("reason", "full");
	}

	@Test
	void timesAreToTheMillisecond() {
		Health health = health(status(LogFileState.STALLED, SINCE.plusNanos(368_129_571), null, null, -1));
		assertThat(health.getDetails()).containsEntry("since", SINCE.plusMillis(368));
	}

	@Test
	void fullVolumeIsKnownToHaveNoSpace() {
		Health health = health(status(LogFileState.UNAVAILABLE, null, null, null, 0));
		assertThat(health.getDetails()).containsEntry("freeSpace", 0L);
	}

	@Test
	@SuppressWarnings("NullAway") // Test null check
	void statusIsRequired() {
		assertThatNullPointerException().isThrownBy(() -> new LogFileHealthIndicator(null))
			.withMessage("'status' must not be null");
	}

	@Test
	void fileThatCannotBeArchivedIsUpAndSaysSo() {
		LogFileStatus status = new LogFileStatus("worker.log", LogFileState.WRITING, null, null, 1, 2, 3, 4, 5, 6, null,
				new WriteDiagnosis("it cannot be archived and grows", "Free the mount"), -1,
				new LogFileFigures(0, 0, 0, 0, 0, 0, 0, 0, null), null);
		Health health = health(status);
		assertThat(health.getStatus()).isEqualTo(Status.UP);
		assertThat(health.getDetails()).containsEntry("degradation", "it cannot be archived and grows");
	}

	private Health health(LogFileStatus status) {
		return new LogFileHealthIndicator(() -> status).health();
	}

	private LogFileStatus status(LogFileState state, @Nullable Instant since, @Nullable WriteDiagnosis diagnosis,
			@Nullable Instant lastWrite, long freeSpace) {
		return new LogFileStatus("/var/log/netraven/worker.log", state, since, diagnosis, 1, 2, 3, 4, 5, 6, lastWrite,
				null, freeSpace, new LogFileFigures(0, 0, 0, 0, 0, 0, 0, 0, null), null);
	}

}
