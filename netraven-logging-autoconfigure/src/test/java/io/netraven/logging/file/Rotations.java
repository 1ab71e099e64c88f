package io.netraven.logging.file;

import io.netraven.logging.file.RotationSettings.Period;

/**
 * Settings of rotation that tests use.
 */
public final class Rotations {

	private Rotations() {
	}

	public static RotationSettings at(long maxFileSize) {
		return new RotationSettings(true, maxFileSize, Period.NONE, Long.MAX_VALUE, false);
	}

	public static RotationSettings daily() {
		return new RotationSettings(true, 1000, Period.DAILY, Long.MAX_VALUE, false);
	}

	public static RotationSettings capped(long maxFileSize, long totalSizeCap) {
		return new RotationSettings(true, maxFileSize, Period.NONE, totalSizeCap, false);
	}

	public static RotationSettings compressing(long maxFileSize) {
		return new RotationSettings(true, maxFileSize, Period.NONE, Long.MAX_VALUE, true);
	}

}
