package io.netraven.logging.file;

import java.util.Objects;

/**
 * When the live file is archived, and how long archives are kept. Immutable and
 * thread-safe. There are no defaults, and ranges are not checked.
 *
 * @param enabled whether the live file is archived by size and time, and archives are
 * looked after; {@link LogFileWriter#rotate()} works in any case
 * @param maxFileSize size, in bytes, at which the live file is archived; it is exceeded
 * by what is written until then
 * @param period time after which the live file is archived, whatever its size; not
 * {@code null}
 * @param totalSizeCap maximum size, in bytes, of live file, archives and temporary files
 * together; the oldest archives are deleted to keep it, but never the newest
 * @param compress whether archives are gzipped
 */
public record RotationSettings(boolean enabled, long maxFileSize, Period period, long totalSizeCap, boolean compress) {

	public RotationSettings {
		Objects.requireNonNull(period, "'period' must not be null");
	}

	/**
	 * Time after which the live file is archived, unless it is empty.
	 */
	public enum Period {

		/**
		 * Never because of time: by size only.
		 */
		NONE,

		/**
		 * Shortly after midnight in the default time zone of the JVM.
		 */
		DAILY

	}

}
