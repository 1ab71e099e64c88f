package io.netraven.logging.logback;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import org.slf4j.MarkerFactory;

import org.springframework.boot.json.JsonParserFactory;

/**
 * Finds the members that a format of JSON writes itself, whatever an event has.
 */
final class OwnMembers {

	private OwnMembers() {
	}

	/**
	 * Encodes an event that has everything but an MDC and key-value pairs.
	 * @param format the format
	 * @param charset the charset of the file
	 * @param context the context of the event
	 * @return the names of the members; none if the format is not JSON
	 */
	static Set<String> of(Encoder<ILoggingEvent> format, Charset charset, LoggerContext context) {
		LoggingEvent event = new LoggingEvent(OwnMembers.class.getName(), context.getLogger("members"), Level.ERROR,
				"message", new IllegalStateException("message"), null);
		event.setInstant(Instant.EPOCH);
		event.setThreadName("thread");
		event.setMDCPropertyMap(Map.of());
		event.addMarker(MarkerFactory.getDetachedMarker("marker"));
		try {
			String record = new String(format.encode(event), charset);
			return JsonParserFactory.getJsonParser().parseMap(record).keySet();
		}
		catch (RuntimeException ex) {
			return Set.of();
		}
	}

}
