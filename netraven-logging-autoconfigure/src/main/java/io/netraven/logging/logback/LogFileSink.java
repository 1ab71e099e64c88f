package io.netraven.logging.logback;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.netraven.logging.file.LogFileWriter;
import org.jspecify.annotations.Nullable;

/**
 * Takes events to the writer: threshold, encoding on the calling thread, hand-over. Lets
 * nothing out that could keep the event from the other appenders.
 *
 * @author NetRaven maintainers
 */
final class LogFileSink {

	private final Logger logger;

	private final Supplier<FileFormat> format;

	private final LogFileWriter writer;

	private final FinalDrain finalDrain;

	private final LongAdder unencodable = new LongAdder();

	private final AtomicBoolean said = new AtomicBoolean();

	LogFileSink(Logger logger, Supplier<FileFormat> format, LogFileWriter writer) {
		this.logger = logger;
		this.format = format;
		this.writer = writer;
		this.finalDrain = new FinalDrain(writer);
	}

	FinalDrain finalDrain() {
		return this.finalDrain;
	}

	void take(ILoggingEvent event) {
		FileFormat format = this.format.get();
		if (!format.wants(event)) {
			return;
		}
		Passage passage = Passage.current();
		if (!passage.enter()) {
			this.unencodable.increment();
			return;
		}
		try {
			encodeAndAppend(format, event);
		}
		finally {
			passage.leave();
		}
	}

	private void encodeAndAppend(FileFormat format, ILoggingEvent event) {
		byte[] record;
		try {
			record = format.encode(event);
		}
		catch (Throwable ex) {
			this.unencodable.increment();
			append(encodeInstead(format, event, ex));
			sayOnce(ex);
			return;
		}
		append(record);
	}

	private void append(byte @Nullable [] record) {
		if (record != null) {
			try {
				this.writer.append(record);
			}
			catch (Throwable ex) {
				// the writer has the line and will write it: it fails only while waiting
			}
		}
	}

	// How many lines could not be encoded, or only with their bare message
	long unencodable() {
		return this.unencodable.sum();
	}

	private byte @Nullable [] encodeInstead(FileFormat format, ILoggingEvent event, Throwable failure) {
		try {
			String message = "(could not be encoded: %s) %s".formatted(failure, event.getFormattedMessage());
			Logger logger = this.logger.getLoggerContext().getLogger(event.getLoggerName());
			return format.encode(
					SyntheticEvents.of(logger, event.getLevel(), event.getInstant(), event.getThreadName(), message));
		}
		catch (Throwable ex) {
			// the line is counted; nothing must keep it from the other appenders
			return null;
		}
	}

	private void sayOnce(Throwable failure) {
		if (this.said.compareAndSet(false, true)) {
			try {
				this.logger.warn("A log line could not be encoded for the log file {}; its bare message stands there "
						+ "instead. Look at the format of the file and the values that are logged. Said only once.",
						this.writer.status().file(), failure);
			}
			catch (Throwable ex) {
				// another appender may fail on it too: the log call must return all the
				// same
			}
		}
	}

}
