package io.netraven.logging.logback;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.slf4j.event.KeyValuePair;

/**
 * An event that shows its number.
 */
final class NumberedEvent extends DelegatingEvent {

	private final String prefix;

	private final List<KeyValuePair> members;

	private NumberedEvent(ILoggingEvent event, String prefix, List<KeyValuePair> members) {
		super(event);
		this.prefix = prefix;
		this.members = members;
	}

	static NumberedEvent inTheMessage(ILoggingEvent event, String prefix) {
		return new NumberedEvent(event, prefix, List.of());
	}

	static NumberedEvent inMembers(ILoggingEvent event, KeyValuePair number, KeyValuePair start) {
		return new NumberedEvent(event, "", List.of(number, start));
	}

	@Override
	public String getFormattedMessage() {
		return this.prefix + super.getFormattedMessage();
	}

	@Override
	public List<KeyValuePair> getKeyValuePairs() {
		List<KeyValuePair> pairs = new ArrayList<>(this.members);
		List<KeyValuePair> own = super.getKeyValuePairs();
		if (own != null) {
			pairs.addAll(own);
		}
		return pairs;
	}

}
