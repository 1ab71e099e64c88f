package io.netraven.logging.logback;

import java.time.Instant;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;

/**
 * Creates events for records that do not come from a log call.
 */
final class SyntheticEvents {

	private SyntheticEvents() {
	}

	/**
	 * Creates an event. Its MDC is empty: that of the current thread has nothing to do
	 * with it.
	 * @param logger logger of the event
	 * @param level level of the event
	 * @param instant time of the event
	 * @param thread name of its thread
	 * @param message formatted message
	 * @return the event
	 */
	static ILoggingEvent of(Logger logger, Level level, Instant instant, String thread, String message) {
		LoggingEvent event = new LoggingEvent(SyntheticEvents.class.getName(), logger, level, message, null, null);
		event.setInstant(instant);
		event.setThreadName(thread);
		event.setMDCPropertyMap(Map.of());
		return event;
	}

}
