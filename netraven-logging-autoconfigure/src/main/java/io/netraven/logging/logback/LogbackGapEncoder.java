package io.netraven.logging.logback;

import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.netraven.logging.file.Gap;
import io.netraven.logging.file.GapEncoder;

/**
 * {@link GapEncoder} that encodes a gap as a warning in the format of the file.
 */
final class LogbackGapEncoder implements GapEncoder {

	private final Logger logger;

	private final Supplier<FileFormat> format;

	LogbackGapEncoder(Logger logger, Supplier<FileFormat> format) {
		this.logger = logger;
		this.format = format;
	}

	@Override
	public byte[] encode(Gap gap) {
		FileFormat format = this.format.get();
		return format.encode(SyntheticEvents.of(this.logger, Level.WARN, gap.to(), "netraven-log-file", describe(gap)),
				format.numbering().next());
	}

	@Override
	public byte[] lineEnd() {
		return this.format.get().lineEnd();
	}

	@Override
	public byte[] fragmentEnd() {
		return this.format.get().fragmentEnd();
	}

	private static String describe(Gap gap) {
		return "%d %s missing here%s: from %s to %s: %s".formatted(gap.lines(),
				(gap.lines() == 1) ? "log line is" : "log lines are", numbers(gap),
				gap.from().truncatedTo(ChronoUnit.MILLIS), gap.to().truncatedTo(ChronoUnit.MILLIS), gap.reason());
	}

	private static String numbers(Gap gap) {
		if (gap.lowest() == 0) {
			return "";
		}
		boolean all = gap.highest() - gap.lowest() + 1 == gap.lines();
		return (all ? ", numbers %d to %d" : ", among the numbers %d to %d").formatted(gap.lowest(), gap.highest());
	}

}
