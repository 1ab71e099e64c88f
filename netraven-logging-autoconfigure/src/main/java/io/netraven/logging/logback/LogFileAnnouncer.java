package io.netraven.logging.logback;

import java.time.Duration;
import java.util.Locale;

import ch.qos.logback.classic.Logger;
import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.Outage;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.WriteDiagnosis;

import org.springframework.util.unit.DataSize;

/**
 * {@link LogFileListener} that logs outages and other events of the file for the
 * operator.
 */
final class LogFileAnnouncer implements LogFileListener {

	private final OwnLog log;

	private final LogFileSettings settings;

	private final String file;

	private final String bufferSize;

	LogFileAnnouncer(Logger logger, LogFileSettings settings) {
		this.log = OwnLog.of(logger);
		this.settings = settings;
		this.file = settings.file();
		this.bufferSize = readable(DataSize.ofBytes(settings.bufferSize()));
	}

	@Override
	public void opened(LogFileStatus status) {
		this.log.info("Log file %s is open. Delivery: %s. %s%s".formatted(this.file,
				this.settings.delivery().name().toLowerCase(Locale.ROOT), rotation(this.settings.rotation()),
				(status.note() != null) ? ". Note: " + status.note() : ""));
	}

	private static String rotation(RotationSettings rotation) {
		if (!rotation.enabled()) {
			return "Rotation is off: nothing limits its size";
		}
		return "Archived at %s%s, at most %s with its archives".formatted(
				readable(DataSize.ofBytes(rotation.maxFileSize())),
				(rotation.period() == RotationSettings.Period.DAILY) ? " and at midnight" : "",
				readable(DataSize.ofBytes(rotation.totalSizeCap())));
	}

	@Override
	public void failed(Outage outage) {
		this.log.warn("Log file %s cannot be written: %s. Lines go on to stdout, and up to %s of them are kept for the "
			.formatted(this.file, outage.diagnosis().reason(), this.bufferSize)
				+ "file, which is tried again and again. What to do: " + outage.diagnosis().remedy());
	}

	@Override
	public void stillFailing(Outage outage) {
		this.log.warn("Log file %s cannot be written for %s now: %s. %s kept for the file, %s lost to it. ".formatted(
				this.file, readable(outage.length()), outage.diagnosis().reason(),
				lines(outage.linesKept(), "line is", "lines are"), lines(outage.linesLost(), "is", "are"))
				+ "What to do: " + outage.diagnosis().remedy());
	}

	@Override
	public void recovered(Outage outage) {
		this.log.info("Log file %s takes lines again after %s; %s written, %s lost.".formatted(this.file,
				readable(outage.length()), lines(outage.linesKept(), "kept line was", "kept lines were"),
				lines(outage.linesLost(), "was", "were")));
	}

	@Override
	public void paused(LogFileStatus status) {
		this.log.warn(
				"Log file %s is paused on request: lines go on to stdout, and are left out of the file until it is resumed."
					.formatted(this.file));
	}

	@Override
	public void resumed(LogFileStatus status) {
		this.log.info("Log file %s is resumed on request; %s left out by pauses so far.".formatted(this.file,
				lines(status.figures().linesLeftOut(), "line was", "lines were")));
	}

	@Override
	public void followed(String what) {
		this.log.info("Log file %s: %s".formatted(this.file, what));
	}

	@Override
	public void degraded(WriteDiagnosis diagnosis) {
		this.log.warn("Log file %s takes lines, but %s. What to do: %s".formatted(this.file, diagnosis.reason(),
				diagnosis.remedy()));
	}

	private static String lines(long count, String one, String many) {
		return count + " " + ((count == 1) ? one : many);
	}

	private static String readable(Duration length) {
		if (length.toSeconds() < 1) {
			return length.toMillis() + " ms";
		}
		StringBuilder text = new StringBuilder();
		append(text, length.toDays(), "d");
		append(text, length.toHoursPart(), "h");
		append(text, length.toMinutesPart(), "min");
		append(text, length.toSecondsPart(), "s");
		return text.toString().strip();
	}

	private static void append(StringBuilder text, long amount, String unit) {
		if (amount > 0) {
			text.append(amount).append(' ').append(unit).append(' ');
		}
	}

	private static String readable(DataSize size) {
		if (size.toGigabytes() > 0 && size.equals(DataSize.ofGigabytes(size.toGigabytes()))) {
			return size.toGigabytes() + " GB";
		}
		if (size.toBytes() >= 1024 * 1024 && size.toBytes() % (1024 * 1024) == 0) {
			return size.toMegabytes() + " MB";
		}
		return (size.toBytes() % 1024 == 0) ? size.toKilobytes() + " kB" : size.toBytes() + " bytes";
	}

}
