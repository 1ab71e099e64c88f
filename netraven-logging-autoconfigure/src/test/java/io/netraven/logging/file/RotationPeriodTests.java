package io.netraven.logging.file;

import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import io.netraven.logging.file.FileFacts.Kind;
import io.netraven.logging.file.RotationSettings.Period;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Rotation} by day.
 *
 * @author NetRaven maintainers
 */
class RotationPeriodTests {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private Instant now = Instant.EPOCH;

	@Test
	void dueAtMidnightOfTheZone() {
		Rotation rotation = rotationAt("2026-11-22T23:59:59.999+01:00");
		assertThat(rotation.isDue(file(10))).isFalse();
		at("2026-11-23T00:00:00+01:00");
		assertThat(rotation.isDue(file(10))).isTrue();
		rotation.begin();
		assertThat(rotation.isDue(file(10))).isFalse();
	}

	@Test
	void emptyFileIsNeverDue() {
		Rotation rotation = rotationAt("2026-11-22T12:00:00+01:00");
		at("2026-11-23T12:00:00+01:00");
		assertThat(rotation.isDue(file(0))).isFalse();
	}

	@Test
	void clockThatGoesBackOverMidnightArchivesOnce() {
		Rotation rotation = rotationAt("2026-11-22T23:30:00+01:00");
		at("2026-11-23T00:10:00+01:00");
		assertThat(rotation.isDue(file(10))).isTrue();
		rotation.begin();
		at("2026-11-22T23:10:00+01:00");
		assertThat(rotation.isDue(file(10))).isFalse();
		at("2026-11-23T00:20:00+01:00");
		assertThat(rotation.isDue(file(10))).isFalse();
		at("2026-11-24T00:00:01+01:00");
		assertThat(rotation.isDue(file(10))).isTrue();
	}

	@Test
	void daysOfTwentyThreeAndTwentyFiveHoursAreOneDayEach() {
		Rotation spring = rotationAt("2026-03-29T00:00:01+01:00");
		at("2026-03-29T23:59:59+02:00");
		assertThat(spring.isDue(file(10))).isFalse();
		at("2026-03-30T00:00:00+02:00");
		assertThat(spring.isDue(file(10))).isTrue();
		Rotation autumn = rotationAt("2026-10-25T00:00:01+02:00");
		at("2026-10-25T23:59:59+01:00");
		assertThat(autumn.isDue(file(10))).isFalse();
		at("2026-10-26T00:00:00+01:00");
		assertThat(autumn.isDue(file(10))).isTrue();
	}

	private Rotation rotationAt(String time) {
		at(time);
		return new Rotation(new RotationSettings(true, 1000, Period.DAILY, 10_000, true),
				PosixFilePermissions.fromString("rw-r-----"),
				new ArchiveFolder(new DiskOperations(), new ArchiveNames(Path.of("/nowhere/worker.log"))), new Clock() {

					@Override
					public ZoneId getZone() {
						return BERLIN;
					}

					@Override
					public Clock withZone(ZoneId zone) {
						throw new UnsupportedOperationException();
					}

					@Override
					public Instant instant() {
						return RotationPeriodTests.this.now;
					}

				});
	}

	private void at(String time) {
		this.now = ZonedDateTime.parse(time).toInstant();
	}

	private FileFacts file(long size) {
		return new FileFacts("key", size, Kind.REGULAR, this.now);
	}

}
