package io.netraven.logging.autoconfigure;

import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/**
 * Rejects values that have the right type but are out of range, with a reason that says
 * what to write instead.
 */
final class PropertyConstraints {

	/**
	 * Detects a missing unit, as in {@code buffer-size: 8}.
	 */
	private static final DataSize LEAST_SIZE = DataSize.ofKilobytes(1);

	private PropertyConstraints() {
	}

	static void require(String name, DataSize value) {
		if (value.compareTo(LEAST_SIZE) < 0) {
			throw invalid(name, value,
					"It must be at least 1KB. Write a size with its unit, such as 512KB, 8MB or 1GB.");
		}
	}

	static void requireTimes(String name, DataSize value, int times, String otherName, DataSize other) {
		DataSize least = DataSize.ofBytes(times * other.toBytes());
		if (value.compareTo(least) < 0) {
			throw invalid(name, value,
					"It must be at least %s, %d times %s.%s, which is %s. Raise the one or lower the other."
						.formatted(simple(least), times, NetravenLoggingProperties.PREFIX, otherName, simple(other)));
		}
	}

	static void require(String name, Duration value, Duration least, Duration most) {
		if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
			throw invalid(name, value,
					"It must be from %s to %s. Write a duration with its unit, such as 50ms, 5s or 1m."
						.formatted(DurationStyle.SIMPLE.print(least), simple(most)));
		}
	}

	static void requirePositive(String name, Integer value) {
		if (value < 1) {
			throw invalid(name, value, "It must be at least 1. Leave it out for any number.");
		}
	}

	static void requirePermissions(String name, String value) {
		try {
			if (PosixFilePermissions.fromString(value).contains(PosixFilePermission.OWNER_WRITE)) {
				return;
			}
		}
		catch (IllegalArgumentException ex) {
			// Rejected below
		}
		throw invalid(name, value,
				"It must have the form rwxrwxrwx (owner, group, others) and let the owner write, such as rw-r-----.");
	}

	private static String simple(DataSize size) {
		if (size.toBytes() == DataSize.ofMegabytes(size.toMegabytes()).toBytes()) {
			return size.toMegabytes() + "MB";
		}
		boolean kilobytes = size.toBytes() == DataSize.ofKilobytes(size.toKilobytes()).toBytes();
		return (kilobytes) ? size.toKilobytes() + "KB" : size.toBytes() + "B";
	}

	private static String simple(Duration duration) {
		return duration.toHours() + "h";
	}

	private static InvalidConfigurationPropertyValueException invalid(String name, Object value, String reason) {
		return new InvalidConfigurationPropertyValueException(NetravenLoggingProperties.PREFIX + "." + name, value,
				reason);
	}

}
