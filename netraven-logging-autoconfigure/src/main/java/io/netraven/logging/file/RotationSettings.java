package io.netraven.logging.file;

import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

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
 * @param onStart whether a file of an earlier run is archived before it is opened
 * @param limits when archives are deleted; not {@code null}
 * @param compress whether archives are gzipped
 * @param compressAfter minimum age of an archive that is gzipped, unless the cap needs it
 * earlier; if it is not zero, the newest archive is not gzipped either; not {@code null}
 */
public record RotationSettings(boolean enabled, long maxFileSize, Period period, boolean onStart, Limits limits,
		boolean compress, Duration compressAfter) {

	public RotationSettings {
		Objects.requireNonNull(period, "'period' must not be null");
		Objects.requireNonNull(limits, "'limits' must not be null");
		Objects.requireNonNull(compressAfter, "'compressAfter' must not be null");
	}

	/**
	 * Returns the maximum size of all files together.
	 * @return the size in bytes
	 */
	public long totalSizeCap() {
		return this.limits.totalSizeCap();
	}

	/**
	 * Limits above which archives are deleted, the oldest first. Immutable and
	 * thread-safe.
	 *
	 * @param totalSizeCap maximum size, in bytes, of live file, archives and temporary
	 * files together; the newest archive is never deleted for it
	 * @param maxArchives maximum number of archives, or 0 for any number
	 * @param maxAge age above which an archive is deleted, even the newest, or
	 * {@code null} for any age; measured from the time in its name
	 * @param minFreeSpace free space of the volume, in bytes, below which archives are
	 * deleted, but never the newest; or 0 for none
	 */
	public record Limits(long totalSizeCap, int maxArchives, @Nullable Duration maxAge, long minFreeSpace) {

		/**
		 * Returns limits with a maximum total size only.
		 * @param bytes the size in bytes
		 * @return the limits
		 */
		public static Limits ofTotalSize(long bytes) {
			return new Limits(bytes, 0, null, 0);
		}

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
