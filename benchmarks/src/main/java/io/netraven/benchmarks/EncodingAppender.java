package io.netraven.benchmarks;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/**
 * Does what every appender has to do first: encodes the event.
 *
 * @author NetRaven maintainers
 */
abstract class EncodingAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	private final PatternLayoutEncoder encoder = LogbackAppenders.encoder(LogbackAppenders.context());

	@Override
	protected void append(ILoggingEvent event) {
		take(this.encoder.encode(event));
	}

	abstract void take(byte[] line);

}
