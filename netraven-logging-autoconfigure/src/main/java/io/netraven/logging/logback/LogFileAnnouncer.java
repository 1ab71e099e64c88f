package io.netraven.logging.logback;

import java.time.Duration;

import ch.qos.logback.classic.Logger;
import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.Outage;
import io.netraven.logging.file.WriteDiagnosis;

import org.springframework.util.unit.DataSize;

/**
 * Tells an operator, by the log itself, what becomes of the file.
 *
 * @author NetRaven maintainers
 */
final class LogFileAnnouncer implements LogFileListener {

	private final Logger logger;

	private final String file;

	private final String bufferSize;

	LogFileAnnouncer(Logger logger, String file, long bufferSize) {
		this.logger = logger;
		this.file = file;
		this.bufferSize = readable(DataSize.ofBytes(bufferSize));
	}

	@Override
	public void failed(Outage outage) {
		this.logger.warn(
				"Log file {} cannot be written: {}. {} Lines go on to stdout, and up to {} of them are kept "
						+ "for the file.",
				this.file, withoutStop(outage.diagnosis().reason()), withStop(outage.diagnosis().remedy()),
				this.bufferSize);
	}

	@Override
	public void stillFailing(Outage outage) {
		this.logger.warn(
				"Log file {} cannot be written for {} now: {}. {} {} lines are kept for the file, {} are "
						+ "lost to it.",
				this.file, readable(outage.length()), withoutStop(outage.diagnosis().reason()),
				withStop(outage.diagnosis().remedy()), outage.linesKept(), outage.linesLost());
	}

	@Override
	public void recovered(Outage outage) {
		this.logger.info("Log file {} takes lines again after {}; {} lines are lost to it.", this.file,
				readable(outage.length()), outage.linesLost());
	}

	@Override
	public void followed(String what) {
		this.logger.info("Log file {}: {}", this.file, withStop(what));
	}

	@Override
	public void degraded(WriteDiagnosis diagnosis) {
		this.logger.warn("Log file {} takes lines, but {}. {}", this.file, withoutStop(diagnosis.reason()),
				withStop(diagnosis.remedy()));
	}

	private static String withStop(String sentence) {
		return withoutStop(sentence) + ".";
	}

	private static String withoutStop(String sentence) {
		String stripped = sentence.strip();
		return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
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
		if (size.toBytes() >= 1024 * 1024 && size.toBytes() % (1024 * 1024) == 0) {
			return size.toMegabytes() + " MB";
		}
		return (size.toBytes() % 1024 == 0) ? size.toKilobytes() + " kB" : size.toBytes() + " bytes";
	}

}
