package io.netraven.logging.logback;

import java.time.Instant;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;

/**
 * Makes the events of records that no log call has made.
 *
 * @author NetRaven maintainers
 */
final class SyntheticEvents {

	private SyntheticEvents() {
	}

	// Without the mapped diagnostic context: it would be that of whoever writes
	static ILoggingEvent of(Logger logger, Level level, Instant instant, String thread, String message) {
		LoggingEvent event = new LoggingEvent(SyntheticEvents.class.getName(), logger, level, message, null, null);
		event.setInstant(instant);
		event.setThreadName(thread);
		event.setMDCPropertyMap(Map.of());
		return event;
	}

}
