package io.netraven.benchmarks.contender;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/**
 * Does what every appender has to do: encodes the event first, and closes its file in the
 * end.
 */
abstract class EncodingAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	private final PatternLayoutEncoder encoder = LogbackAppenders.encoder(LogbackAppenders.context());

	private final Closeable file;

	EncodingAppender(Closeable file) {
		this.file = file;
	}

	@Override
	protected void append(ILoggingEvent event) {
		try {
			take(this.encoder.encode(event));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	abstract void take(byte[] line) throws IOException;

	@Override
	public void stop() {
		super.stop();
		try {
			this.file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
