package io.netraven.logging.file.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileFacts.Kind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RotationTrigger}.
 */
class RotationTriggerTests {

	private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

	private Instant now = Instant.EPOCH;

	@Test
	void dueAtMidnightOfTheZone() {
		RotationTrigger trigger = triggerAt("2026-11-22T23:59:59.999+01:00");
		assertThat(trigger.isDue(file(10))).isFalse();
		at("2026-11-23T00:00:00+01:00");
		assertThat(trigger.isDue(file(10))).isTrue();
		trigger.begin();
		assertThat(trigger.isDue(file(10))).isFalse();
	}

	@Test
	void emptyFileIsNeverDue() {
		RotationTrigger trigger = triggerAt("2026-11-22T12:00:00+01:00");
		at("2026-11-23T12:00:00+01:00");
		assertThat(trigger.isDue(file(0))).isFalse();
	}

	@Test
	void fileThatWasEmptyAtMidnightIsOfTheDayOfItsFirstLine() {
		RotationTrigger trigger = triggerAt("2026-11-22T12:00:00+01:00");
		at("2026-11-22T23:59:59.900+01:00");
		assertThat(trigger.isDue(file(0))).isFalse();
		at("2026-11-23T00:00:00.400+01:00");
		assertThat(trigger.isDue(file(10))).isFalse();
		at("2026-11-23T12:00:00+01:00");
		assertThat(trigger.isDue(file(20))).isFalse();
		at("2026-11-24T00:00:00+01:00");
		assertThat(trigger.isDue(file(30))).isTrue();
	}

	@Test
	void fileThatIsNewAtMidnightIsOfTheDayOfItsFirstLine() {
		RotationTrigger trigger = triggerAt("2026-11-22T23:59:59.900+01:00");
		trigger.begin();
		at("2026-11-23T00:00:00.400+01:00");
		assertThat(trigger.isDue(file(10))).isFalse();
	}

	@Test
	void clockThatJumpsByAYearAndBackGoesOnFromDayToDay() {
		RotationTrigger trigger = triggerAt("2026-11-22T12:00:00+01:00");
		at("2027-11-22T12:00:00+01:00");
		assertThat(trigger.isDue(file(10))).isTrue();
		trigger.begin();
		assertThat(trigger.isDue(file(10))).isFalse();
		at("2026-11-22T12:01:00+01:00");
		assertThat(trigger.isDue(file(10))).isFalse();
		at("2026-11-23T00:00:00+01:00");
		assertThat(trigger.isDue(file(10))).isTrue();
	}

	@Test
	void clockThatGoesBackOverMidnightArchivesOnce() {
		RotationTrigger trigger = triggerAt("2026-11-22T23:30:00+01:00");
		at("2026-11-23T00:10:00+01:00");
		assertThat(trigger.isDue(file(10))).isTrue();
		trigger.begin();
		at("2026-11-22T23:10:00+01:00");
		assertThat(trigger.isDue(file(10))).isFalse();
		at("2026-11-23T00:20:00+01:00");
		assertThat(trigger.isDue(file(10))).isFalse();
		at("2026-11-24T00:00:01+01:00");
		assertThat(trigger.isDue(file(10))).isTrue();
	}

	@Test
	void daysOfTwentyThreeAndTwentyFiveHoursAreOneDayEach() {
		RotationTrigger spring = triggerAt("2026-03-29T00:00:01+01:00");
		at("2026-03-29T23:59:59+02:00");
		assertThat(spring.isDue(file(10))).isFalse();
		at("2026-03-30T00:00:00+02:00");
		assertThat(spring.isDue(file(10))).isTrue();
		RotationTrigger autumn = triggerAt("2026-10-25T00:00:01+02:00");
		at("2026-10-25T23:59:59+01:00");
		assertThat(autumn.isDue(file(10))).isFalse();
		at("2026-10-26T00:00:00+01:00");
		assertThat(autumn.isDue(file(10))).isTrue();
	}

	@Test
	void youngFileIsDueOnceItHasAThirdOfTheCap() {
		RotationTrigger trigger = new RotationTrigger(Rotations.capped(1000, 9000), Clock.systemUTC(),
				Duration.ofDays(1));
		trigger.begin();
		assertThat(trigger.limit()).isEqualTo(3000);
		assertThat(trigger.isDue(file(2999))).isFalse();
		assertThat(trigger.isDue(file(3000))).isTrue();
	}

	@Test
	void fileOfAnEarlierRunIsNotYoung() {
		RotationTrigger trigger = new RotationTrigger(Rotations.capped(1000, 9000), Clock.systemUTC(),
				Duration.ofDays(1));
		trigger.takeOver(file(999));
		assertThat(trigger.limit()).isEqualTo(1000);
		assertThat(trigger.isDue(file(1000))).isTrue();
	}

	@Test
	void youngFileIsNotDueAtMidnight() {
		RotationTrigger trigger = new RotationTrigger(Rotations.daily(), Clock.systemUTC(), Duration.ofDays(1));
		trigger.takeOver(new FileFacts("file", 10, Kind.REGULAR, Instant.EPOCH));
		assertThat(trigger.isDue(file(10))).isTrue();
		trigger.begin();
		assertThat(trigger.isDue(file(10))).isFalse();
	}

	private RotationTrigger triggerAt(String time) {
		at(time);
		return new RotationTrigger(Rotations.daily(), new Clock() {

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
				return RotationTriggerTests.this.now;
			}

		}, Duration.ZERO);
	}

	private void at(String time) {
		this.now = ZonedDateTime.parse(time).toInstant();
	}

	private FileFacts file(long size) {
		return new FileFacts("key", size, Kind.REGULAR, this.now);
	}

}
