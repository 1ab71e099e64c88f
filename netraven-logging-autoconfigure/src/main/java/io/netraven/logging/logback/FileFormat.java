package io.netraven.logging.logback;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * How the lines of a file look, and which of them it wants.
 *
 * @param encoder makes the records
 * @param threshold level below which an event is not for the file
 * @param complaints what could not be done as asked for, as an operator would say it
 * @author NetRaven maintainers
 */
record FileFormat(RecordEncoder encoder, Level threshold, List<String> complaints) {

	FileFormat {
		complaints = List.copyOf(complaints);
	}

	boolean wants(ILoggingEvent event) {
		return event.getLevel().isGreaterOrEqual(this.threshold);
	}

	byte[] encode(ILoggingEvent event) {
		return this.encoder.encode(event);
	}

}
