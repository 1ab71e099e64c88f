package io.netraven.logging.logback;

import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * An event with another message, and possibly without what else may be long.
 */
final class ShortenedEvent extends DelegatingEvent {

	private static final int LONGEST_VALUE = 100;

	private final String message;

	private final boolean bare;

	/**
	 * Creates an event.
	 * @param event the original event
	 * @param message its message
	 * @param bare whether MDC, stack trace and all but the first two key-value pairs are
	 * left out
	 */
	ShortenedEvent(ILoggingEvent event, String message, boolean bare) {
		super(event);
		this.message = message;
		this.bare = bare;
	}

	@Override
	public String getFormattedMessage() {
		return this.message;
	}

	@Override
	public @Nullable IThrowableProxy getThrowableProxy() {
		return this.bare ? null : super.getThrowableProxy();
	}

	@Override
	public Map<String, String> getMDCPropertyMap() {
		return this.bare ? Map.of() : super.getMDCPropertyMap();
	}

	@Override
	public @Nullable List<KeyValuePair> getKeyValuePairs() {
		List<KeyValuePair> pairs = super.getKeyValuePairs();
		if (!this.bare || pairs == null) {
			return pairs;
		}
		return pairs.stream()
			.limit(2)
			.filter((pair) -> String.valueOf(pair.key).length() + String.valueOf(pair.value).length() <= LONGEST_VALUE)
			.toList();
	}

}
