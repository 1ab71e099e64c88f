package io.netraven.logging.file;

import java.time.Duration;

import io.netraven.logging.file.RotationSettings.Limits;
import io.netraven.logging.file.RotationSettings.Period;

/**
 * Settings of rotation that tests use.
 */
public final class Rotations {

	private Rotations() {
	}

	public static RotationSettings of(boolean enabled, long maxFileSize, Period period, long totalSizeCap,
			boolean compress) {
		return new RotationSettings(enabled, maxFileSize, period, false, Limits.ofTotalSize(totalSizeCap), compress,
				Duration.ZERO);
	}

	public static RotationSettings at(long maxFileSize) {
		return of(true, maxFileSize, Period.NONE, Long.MAX_VALUE, false);
	}

	public static RotationSettings daily() {
		return of(true, 1000, Period.DAILY, Long.MAX_VALUE, false);
	}

	public static RotationSettings capped(long maxFileSize, long totalSizeCap) {
		return of(true, maxFileSize, Period.NONE, totalSizeCap, false);
	}

	public static RotationSettings compressing(long maxFileSize) {
		return of(true, maxFileSize, Period.NONE, Long.MAX_VALUE, true);
	}

	public static RotationSettings limited(long maxFileSize, Limits limits) {
		return new RotationSettings(true, maxFileSize, Period.NONE, false, limits, false, Duration.ZERO);
	}

	public static RotationSettings compressingAfter(Duration compressAfter, long maxFileSize, long totalSizeCap) {
		return new RotationSettings(true, maxFileSize, Period.NONE, false, Limits.ofTotalSize(totalSizeCap), true,
				compressAfter);
	}

	public static RotationSettings onStart() {
		return new RotationSettings(true, 1_000_000, Period.NONE, true, Limits.ofTotalSize(Long.MAX_VALUE), false,
				Duration.ZERO);
	}

}
