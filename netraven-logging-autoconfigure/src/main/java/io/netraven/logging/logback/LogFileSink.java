package io.netraven.logging.logback;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.netraven.logging.file.LogFileWriter;
import org.jspecify.annotations.Nullable;

/**
 * Encodes events on the calling thread and appends them to the file. Never throws, so
 * that the other appenders always get the event. Thread-safe.
 */
final class LogFileSink {

	private final Logger logger;

	private final Supplier<FileFormat> format;

	private final LogFileWriter writer;

	private final FinalDrain finalDrain;

	private final LongAdder unencodable = new LongAdder();

	private final AtomicBoolean said = new AtomicBoolean();

	private final Runnable logbackStopped;

	LogFileSink(Logger logger, Supplier<FileFormat> format, LogFileWriter writer, Runnable logbackStopped) {
		this.logger = logger;
		this.format = format;
		this.writer = writer;
		this.finalDrain = new FinalDrain(writer);
		this.logbackStopped = logbackStopped;
	}

	void logbackStopped() {
		this.finalDrain.logbackStopped();
		this.logbackStopped.run();
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
		if (!passage.isEncoding()) {
			takeWithWaiting(format, event, passage);
		}
		else if (!passage.keep(event)) {
			lose();
		}
	}

	private void takeWithWaiting(FileFormat format, ILoggingEvent event, Passage passage) {
		passage.encoding(true);
		try {
			ILoggingEvent next = event;
			while (next != null) {
				encodeAndAppend(format, next);
				next = passage.nextWaiting();
			}
		}
		finally {
			passage.encoding(false);
		}
	}

	private void lose() {
		this.unencodable.increment();
		this.writer.countLost();
	}

	private void encodeAndAppend(FileFormat format, ILoggingEvent event) {
		long number = format.numbering().next();
		byte[] record;
		try {
			record = format.encode(event, number);
		}
		catch (Throwable ex) {
			this.unencodable.increment();
			append(encodeInstead(format, event, number, ex), number);
			sayOnce(ex);
			return;
		}
		append(record, number);
	}

	private void append(byte @Nullable [] record, long number) {
		if (record == null) {
			this.writer.countLost();
		}
		else {
			try {
				this.writer.append(record, number);
			}
			catch (Throwable ex) {
				// The writer has accepted the line: it fails only while waiting
			}
		}
	}

	/**
	 * Return the number of events that could not be encoded, or only by their message.
	 * @return the number of events
	 */
	long unencodable() {
		return this.unencodable.sum();
	}

	private byte @Nullable [] encodeInstead(FileFormat format, ILoggingEvent event, long number, Throwable failure) {
		try {
			String message = "(could not be encoded: %s) %s".formatted(failure, event.getFormattedMessage());
			Logger logger = this.logger.getLoggerContext().getLogger(event.getLoggerName());
			return format.encode(
					SyntheticEvents.of(logger, event.getLevel(), event.getInstant(), event.getThreadName(), message),
					number);
		}
		catch (Throwable ex) {
			// The event is counted, and the other appenders must get it
			return null;
		}
	}

	private void sayOnce(Throwable failure) {
		if (this.said.compareAndSet(false, true)) {
			try {
				OwnLog.of(this.logger)
					.warn("A log line could not be encoded for the log file %s; its bare message stands there instead. "
						.formatted(this.writer.status().file())
							+ "Look at the format of the file and the values that are logged. Said only once", failure);
			}
			catch (Throwable ex) {
				// Another appender may fail on it too: the log call must return normally
			}
		}
	}

}
