package io.netraven.logging.endpoint;

import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.netraven.logging.file.ArchivedFile;
import io.netraven.logging.file.LogFileFigures;
import io.netraven.logging.file.LogFileReport;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.Outage;
import io.netraven.logging.file.RotationSettings;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Description of a log file. Sizes are numbers of bytes, times are instants in UTC, and
 * what is not known or not set is {@code null}.
 *
 * @param status the details that health shows
 * @param opened when the present file was opened
 * @param figures sizes and counts
 * @param settings how the file is written
 * @param rotation when it is archived, and how archives are kept
 * @param archives the archives, the newest first, at most 100
 * @param outages the latest outages that have ended, the latest first, at most 10
 */
public record LogFileDescriptor(Map<String, Object> status, @Nullable Instant opened, Figures figures,
		Settings settings, Rotation rotation, List<ArchivedFile> archives,
		List<PastOutage> outages) implements OperationResponseBody {

	static LogFileDescriptor of(LogFileReport report) {
		return new LogFileDescriptor(report.status().details(), report.opened(), Figures.of(report.status().figures()),
				Settings.of(report.settings()), Rotation.of(report.settings().rotation()), report.archives(),
				report.outages().stream().map(PastOutage::of).toList());
	}

	private static String value(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	private static @Nullable Long ifPositive(long value) {
		return (value > 0) ? value : null;
	}

	private static @Nullable Long ifKnown(long value) {
		return (value >= 0) ? value : null;
	}

	/**
	 * Sizes and counts.
	 *
	 * @param fileSize size of the live file
	 * @param outages how often the file became unwritable
	 * @param rotations how often the live file was archived
	 * @param failedRotations how many attempts to archive it have failed
	 * @param archives how many archives there are
	 * @param archivesSize size of the archives
	 */
	public record Figures(long fileSize, long outages, long rotations, long failedRotations, @Nullable Long archives,
			@Nullable Long archivesSize) {

		static Figures of(LogFileFigures figures) {
			return new Figures(figures.fileSize(), figures.outages(), figures.rotations(), figures.failedRotations(),
					ifKnown(figures.archives()), ifKnown(figures.archivesSize()));
		}

	}

	/**
	 * How the file is written; named as the properties are.
	 *
	 * @param delivery which thread writes a line
	 * @param bufferSize maximum memory for lines that wait
	 * @param maxWait maximum time that a log call waits
	 * @param maxRetryInterval maximum time between two attempts to recover the file
	 * @param permissions permissions of new files
	 * @param untrustedFolder what becomes of the file in a folder of strangers
	 * @param forceInterval minimum time between two requests to put the file on the disk
	 */
	public record Settings(String delivery, long bufferSize, Duration maxWait, Duration maxRetryInterval,
			String permissions, String untrustedFolder, @Nullable Duration forceInterval) {

		static Settings of(LogFileSettings settings) {
			return new Settings(value(settings.delivery()), settings.bufferSize(), settings.maxWait(),
					settings.maxRetryInterval(), PosixFilePermissions.toString(settings.permissions()),
					value(settings.untrustedFolder()), settings.forceInterval());
		}

	}

	/**
	 * When the file is archived, and how archives are kept; named as the properties are.
	 *
	 * @param enabled whether the file is archived by this process
	 * @param maxFileSize size at which it is archived
	 * @param period period after which it is archived
	 * @param onStart whether a file of an earlier run is archived
	 * @param totalSizeCap maximum size of all files together
	 * @param maxArchives maximum number of archives
	 * @param maxAge age above which an archive is deleted
	 * @param minFreeSpace free space below which archives are deleted
	 * @param compress whether archives are compressed
	 * @param compressAfter age at which an archive is compressed
	 */
	public record Rotation(boolean enabled, long maxFileSize, String period, boolean onStart, long totalSizeCap,
			@Nullable Long maxArchives, @Nullable Duration maxAge, @Nullable Long minFreeSpace, boolean compress,
			Duration compressAfter) {

		static Rotation of(RotationSettings settings) {
			RotationSettings.Limits limits = settings.limits();
			return new Rotation(settings.enabled(), settings.maxFileSize(), value(settings.period()),
					settings.onStart(), limits.totalSizeCap(), ifPositive(limits.maxArchives()), limits.maxAge(),
					ifPositive(limits.minFreeSpace()), settings.compress(), settings.compressAfter());
		}

	}

	/**
	 * An outage that has ended.
	 *
	 * @param from when it began
	 * @param to when it ended
	 * @param reason what was wrong
	 * @param linesKept how many lines were written after it that had been kept
	 * @param linesLost how many lines were lost
	 */
	public record PastOutage(Instant from, Instant to, String reason, long linesKept, long linesLost) {

		static PastOutage of(Outage outage) {
			return new PastOutage(outage.since().truncatedTo(ChronoUnit.MILLIS),
					outage.since().plus(outage.length()).truncatedTo(ChronoUnit.MILLIS), outage.diagnosis().reason(),
					outage.linesKept(), outage.linesLost());
		}

	}

}
