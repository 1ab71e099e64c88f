package io.netraven.logging.autoconfigure;

import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.RotationSettings.Limits;
import io.netraven.logging.file.UntrustedFolder;
import io.netraven.logging.logback.ControlCharacters;
import io.netraven.logging.logback.MaskingLevel;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * {@link ConfigurationProperties Properties} of the log file. Immutable and thread-safe.
 * The values are validated only if a file is set.
 *
 * @param file path of the log file. Without it, nothing is written to a file
 * @param level level of the root logger, for stdout and the file alike, with or without a
 * file. The property 'logging.level.root' wins where both are set
 * @param delivery who writes a line to the file. With 'sync' it is the logging thread,
 * and the line is in the operating system when the log call returns in time. With 'async'
 * it is a background thread
 * @param bufferSize maximum memory for lines that wait for the file. Once it is used up,
 * the newest lines are dropped, counted and marked in the file
 * @param maxWait maximum time that a log call waits for the file
 * @param maxRetryInterval maximum time between two attempts to recover an unwritable file
 * @param permissions permissions of new files and archives, in the form 'rwxrwxrwx'. An
 * existing file keeps its own
 * @param untrustedFolder what becomes of the file in a folder in which a stranger can
 * rename and delete files. With 'note' the first INFO and the health say so. With
 * 'refuse' the file is not opened
 * @param forceInterval minimum time between two requests to put the file on the disk, so
 * that its lines survive the death of the machine. Made by a background thread
 * @param controlCharacters what becomes of characters in a log event that could forge a
 * line or drive a terminal, in the file. With 'escape' they are escaped, and a line break
 * in a message is followed by a tab and a bar. With 'one-line' line breaks are escaped
 * too. With 'keep' nothing is changed
 * @param masking properties of the masking
 * @param maxLineSize maximum size of a record in the file. The rest is cut, and a note in
 * the record says how much that is. 0 is no limit
 * @param sequence whether each record in the file has a number that grows by one, and the
 * id of this start, so that a store can tell which are missing
 * @param rotation properties of the rotation
 */
@ConfigurationProperties(NetravenLoggingProperties.PREFIX)
@Lazy(false)
public record NetravenLoggingProperties(@Nullable String file, @Nullable LogLevel level,
		@DefaultValue("sync") Delivery delivery, @DefaultValue("8MB") DataSize bufferSize,
		@DefaultValue("50ms") Duration maxWait, @DefaultValue("5s") Duration maxRetryInterval,
		@DefaultValue("rw-r-----") String permissions, @DefaultValue("note") UntrustedFolder untrustedFolder,
		@Nullable Duration forceInterval, @DefaultValue("escape") ControlCharacters controlCharacters,
		@DefaultValue Masking masking, @DefaultValue("1MB") DataSize maxLineSize,
		@DefaultValue("false") boolean sequence, @DefaultValue Rotation rotation) {

	static final String PREFIX = "netraven.logging";

	private static final String DEFAULT_PERMISSIONS = "rw-r-----";

	public NetravenLoggingProperties {
		permissions = StringUtils.hasText(permissions) ? permissions : DEFAULT_PERMISSIONS;
		if (StringUtils.hasText(file)) {
			PropertyConstraints.require("buffer-size", bufferSize);
			PropertyConstraints.require("max-wait", maxWait, Duration.ZERO, Duration.ofHours(1));
			PropertyConstraints.require("max-retry-interval", maxRetryInterval, Duration.ofMillis(10),
					Duration.ofDays(1));
			if (forceInterval != null) {
				PropertyConstraints.require("force-interval", forceInterval, Duration.ofMillis(10), Duration.ofDays(1));
			}
			if (!maxLineSize.equals(DataSize.ofBytes(0))) {
				PropertyConstraints.require("max-line-size", maxLineSize);
			}
			PropertyConstraints.requirePermissions("permissions", permissions);
			rotation.requireConstraints();
		}
	}

	LogFileSettings toSettings() {
		String file = this.file;
		Assert.state(file != null, "A file must be set");
		return new LogFileSettings(LogFileName.absolute(file), this.delivery, this.bufferSize.toBytes(), this.maxWait,
				this.maxRetryInterval, PosixFilePermissions.fromString(this.permissions), this.forceInterval,
				this.untrustedFolder, this.rotation.toSettings());
	}

	/**
	 * Binds the properties without a bean factory.
	 * @param environment the source environment
	 * @return the properties, or {@code null} if no file is set
	 * @throws org.springframework.boot.context.properties.bind.BindException if a file is
	 * set and a value is invalid
	 */
	public static @Nullable NetravenLoggingProperties get(Environment environment) {
		return StringUtils.hasText(file(environment))
				? Binder.get(environment)
					.bindOrCreate(PREFIX, Bindable.of(NetravenLoggingProperties.class), new WrittenValueBindHandler())
				: null;
	}

	static String file(Environment environment) {
		return Binder.get(environment).bind(PREFIX + ".file", String.class).orElse("");
	}

	/**
	 * Properties of the masking of secrets in the file.
	 *
	 * @param level how secrets are found. With 'known' these are the values of secret
	 * properties of the application, and MDC entries and key-value pairs with the names
	 * of secrets. With 'patterns' also assignments in text and known token shapes
	 * @param additionalKeys more names of secrets
	 * @param additionalValues more secrets, as they are
	 * @param ignoredKeys names that look like those of secrets but are none
	 */
	public record Masking(@DefaultValue("known") MaskingLevel level, @DefaultValue List<String> additionalKeys,
			@DefaultValue List<String> additionalValues, @DefaultValue List<String> ignoredKeys) {

	}

	/**
	 * Properties of the rotation.
	 *
	 * @param enabled whether the file is archived by this process. Disable it to leave
	 * rotation to a tool such as logrotate
	 * @param maxFileSize size at which the live file is archived
	 * @param period period after which the live file is archived. With 'daily' it is
	 * archived at midnight in the time zone of the JVM
	 * @param onStart whether a file of an earlier run is archived before it is opened
	 * @param totalSizeCap maximum size of live file, archives and temporary files
	 * together. The oldest archive is deleted first
	 * @param maxArchives maximum number of archives. The oldest is deleted first
	 * @param maxAge age above which an archive is deleted, by the time in its name
	 * @param minFreeSpace free space of the volume below which the oldest archives are
	 * deleted
	 * @param compress whether archives are compressed with gzip
	 * @param compressAfter age at which an archive is compressed, but not before the next
	 * one. Until then agents can read it under its name. It is compressed earlier where
	 * the cap would have it deleted. With 0 it is compressed at once
	 */
	public record Rotation(@DefaultValue("true") Boolean enabled, @DefaultValue("10MB") DataSize maxFileSize,
			@DefaultValue("none") RotationSettings.Period period, @DefaultValue("false") Boolean onStart,
			@DefaultValue("1GB") DataSize totalSizeCap, @Nullable Integer maxArchives, @Nullable Duration maxAge,
			@Nullable DataSize minFreeSpace, @DefaultValue("true") Boolean compress,
			@DefaultValue("10m") Duration compressAfter) {

		private void requireConstraints() {
			PropertyConstraints.require("rotation.max-file-size", this.maxFileSize);
			PropertyConstraints.require("rotation.total-size-cap", this.totalSizeCap);
			PropertyConstraints.require("rotation.compress-after", this.compressAfter, Duration.ZERO,
					Duration.ofDays(365));
			if (this.maxArchives != null) {
				PropertyConstraints.requirePositive("rotation.max-archives", this.maxArchives);
			}
			if (this.maxAge != null) {
				PropertyConstraints.require("rotation.max-age", this.maxAge, Duration.ofMinutes(1),
						Duration.ofDays(36500));
			}
			if (this.minFreeSpace != null) {
				PropertyConstraints.require("rotation.min-free-space", this.minFreeSpace);
			}
			if (this.enabled) {
				PropertyConstraints.requireTimes("rotation.total-size-cap", this.totalSizeCap, leastFiles(),
						"rotation.max-file-size", this.maxFileSize);
			}
		}

		/**
		 * Return how many files of their full size must fit: the live file and an
		 * archive, with compression also the compressed archive before its source goes.
		 * @return a number of files
		 */
		private int leastFiles() {
			return (this.compress) ? 3 : 2;
		}

		private RotationSettings toSettings() {
			Limits limits = new Limits(this.totalSizeCap.toBytes(), (this.maxArchives != null) ? this.maxArchives : 0,
					this.maxAge, (this.minFreeSpace != null) ? this.minFreeSpace.toBytes() : 0);
			return new RotationSettings(this.enabled, this.maxFileSize.toBytes(), this.period, this.onStart, limits,
					this.compress, this.compressAfter);
		}

	}

}
