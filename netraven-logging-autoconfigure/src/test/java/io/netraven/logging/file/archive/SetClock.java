package io.netraven.logging.file.archive;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that a test sets.
 */
final class SetClock extends Clock {

	private volatile Instant now;

	private final ZoneId zone;

	SetClock(Instant now) {
		this(now, ZoneOffset.UTC);
	}

	SetClock(Instant now, ZoneId zone) {
		this.now = now;
		this.zone = zone;
	}

	void setTo(Instant now) {
		this.now = now;
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return new SetClock(this.now, zone);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

}
