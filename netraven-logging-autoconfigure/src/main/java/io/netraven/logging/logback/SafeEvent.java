package io.netraven.logging.logback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

/**
 * An event without hostile text. One idea: every getter with text that comes from outside
 * returns it escaped, so that any pattern and any converter works on it.
 */
final class SafeEvent extends DelegatingEvent {

	SafeEvent(ILoggingEvent event) {
		super(event);
	}

	/**
	 * Returns whether nothing in an event would be escaped.
	 * @param event the event
	 * @return whether its text is that of its safe form
	 */
	static boolean isClean(ILoggingEvent event) {
		return HostileText.isClean(String.valueOf(event.getFormattedMessage()))
				&& HostileText.isClean(String.valueOf(event.getThreadName()))
				&& HostileText.isClean(String.valueOf(event.getLoggerName()))
				&& HostileText.isClean(String.valueOf(event.getMDCPropertyMap()))
				&& (event.getMarkerList() == null || HostileText.isClean(event.getMarkerList().toString()))
				&& (event.getKeyValuePairs() == null || HostileText.isClean(event.getKeyValuePairs().toString()))
				&& SafeThrowable.isClean(event.getThrowableProxy());
	}

	@Override
	public String getThreadName() {
		return HostileText.line(String.valueOf(super.getThreadName()));
	}

	@Override
	public String getLoggerName() {
		return HostileText.line(String.valueOf(super.getLoggerName()));
	}

	@Override
	public String getMessage() {
		return HostileText.block(String.valueOf(super.getMessage()));
	}

	@Override
	public String getFormattedMessage() {
		return HostileText.block(String.valueOf(super.getFormattedMessage()));
	}

	@Override
	public @Nullable IThrowableProxy getThrowableProxy() {
		return SafeThrowable.of(super.getThrowableProxy());
	}

	@Override
	public @Nullable List<Marker> getMarkerList() {
		List<Marker> markers = super.getMarkerList();
		return (markers != null) ? markers.stream().map(SafeEvent::safe).toList() : null;
	}

	private static Marker safe(Marker marker) {
		String text = marker.toString();
		return HostileText.isClean(text) ? marker : MarkerFactory.getDetachedMarker(HostileText.line(text));
	}

	@Override
	public Map<String, String> getMDCPropertyMap() {
		Map<String, String> safe = new LinkedHashMap<>();
		super.getMDCPropertyMap().forEach((key, value) -> safe.put(HostileText.line(String.valueOf(key)),
				HostileText.line(String.valueOf(value))));
		return safe;
	}

	@Override
	public @Nullable List<KeyValuePair> getKeyValuePairs() {
		List<KeyValuePair> pairs = super.getKeyValuePairs();
		if (pairs == null) {
			return null;
		}
		List<KeyValuePair> safe = new ArrayList<>();
		pairs.forEach((pair) -> safe.add(new KeyValuePair(HostileText.line(String.valueOf(pair.key)),
				HostileText.line(String.valueOf(pair.value)))));
		return safe;
	}

}
