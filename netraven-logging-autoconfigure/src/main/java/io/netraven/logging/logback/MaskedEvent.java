package io.netraven.logging.logback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * An event whose MDC entries and key-value pairs with the names of secrets are masked.
 */
final class MaskedEvent extends DelegatingEvent {

	private final SecretNames names;

	private MaskedEvent(ILoggingEvent event, SecretNames names) {
		super(event);
		this.names = names;
	}

	/**
	 * Masks an event.
	 * @param event the event
	 * @param names the names of secrets
	 * @param masked counts what was masked
	 * @return the event itself if it has none
	 */
	static ILoggingEvent of(ILoggingEvent event, SecretNames names, LongAdder masked) {
		Map<String, String> mdc = event.getMDCPropertyMap();
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		if (mdc.isEmpty() && pairs == null) {
			return event;
		}
		int count = secrets(mdc, names) + ((pairs != null) ? secrets(pairs, names) : 0);
		if (count == 0) {
			return event;
		}
		masked.add(count);
		return new MaskedEvent(event, names);
	}

	private static int secrets(Map<String, String> mdc, SecretNames names) {
		int count = 0;
		for (String name : mdc.keySet()) {
			count += names.isSecret(name) ? 1 : 0;
		}
		return count;
	}

	private static int secrets(List<KeyValuePair> pairs, SecretNames names) {
		int count = 0;
		for (KeyValuePair pair : pairs) {
			count += names.isSecret(String.valueOf(pair.key)) ? 1 : 0;
		}
		return count;
	}

	@Override
	public Map<String, String> getMDCPropertyMap() {
		Map<String, String> masked = new LinkedHashMap<>(super.getMDCPropertyMap());
		masked.replaceAll((name, value) -> this.names.isSecret(name) ? Masker.REPLACEMENT : value);
		return masked;
	}

	@Override
	public @Nullable List<KeyValuePair> getKeyValuePairs() {
		List<KeyValuePair> pairs = super.getKeyValuePairs();
		if (pairs == null) {
			return null;
		}
		List<KeyValuePair> masked = new ArrayList<>(pairs);
		masked.replaceAll((pair) -> this.names.isSecret(String.valueOf(pair.key))
				? new KeyValuePair(pair.key, Masker.REPLACEMENT) : pair);
		return masked;
	}

}
