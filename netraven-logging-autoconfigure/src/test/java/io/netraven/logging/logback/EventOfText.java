package io.netraven.logging.logback;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

/**
 * An event that has a text in each of its fields.
 */
final class EventOfText extends DelegatingEvent {

	private final String loggerName;

	private EventOfText(LoggingEvent event, String loggerName) {
		super(event);
		this.loggerName = loggerName;
	}

	/**
	 * Creates an event.
	 * @param context its context
	 * @param text returns the message and the messages of an exception, its cause and a
	 * suppressed one, each by the name of the field
	 * @param name of the thread, the logger and the marker, and of keys and values
	 * @return the event
	 */
	static EventOfText of(LoggerContext context, UnaryOperator<String> text, String name) {
		Exception thrown = new Thrown(text.apply("exception "), new Thrown(text.apply("cause "), null));
		thrown.addSuppressed(new Thrown(text.apply("suppressed "), null));
		LoggingEvent event = new LoggingEvent("", context.getLogger("a"), Level.INFO, text.apply("message "), thrown,
				null);
		event.setInstant(Instant.EPOCH);
		event.setThreadName("thread " + name);
		event.setMDCPropertyMap(Map.of("mdc" + name, "entry " + name));
		event.setKeyValuePairs(List.of(new KeyValuePair("key" + name, "value " + name)));
		event.addMarker(MarkerFactory.getDetachedMarker("marker " + name));
		return new EventOfText(event, "logger" + name);
	}

	@Override
	public String getLoggerName() {
		return this.loggerName;
	}

	/**
	 * An exception without a stack trace.
	 */
	@SuppressWarnings("serial")
	static final class Thrown extends Exception {

		Thrown(String message, @Nullable Throwable cause) {
			super(message, cause, true, false);
		}

	}

}
