package io.netraven.logging.file;

import java.util.Objects;

/**
 * When the live file is archived, and what is kept.
 *
 * @param enabled whether this writer rotates at all
 * @param maxFileSize size in bytes at which the live file is archived
 * @param period time after which the live file is archived
 * @param totalSizeCap most bytes of live file, archives and temporary files together
 * @param compress whether archives are gzipped
 * @author NetRaven maintainers
 */
public record RotationSettings(boolean enabled, long maxFileSize, Period period, long totalSizeCap, boolean compress) {

	public RotationSettings {
		Objects.requireNonNull(period, "'period' must not be null");
	}

	/**
	 * Time after which the live file is archived.
	 */
	public enum Period {

		/**
		 * Never because of time.
		 */
		NONE,

		/**
		 * At midnight of the JVM's zone.
		 */
		DAILY

	}

}
