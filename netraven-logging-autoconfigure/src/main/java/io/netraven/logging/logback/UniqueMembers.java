package io.netraven.logging.logback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.slf4j.event.KeyValuePair;

/**
 * Gives MDC entries and key-value pairs names that no other member of a JSON record has:
 * Spring Boot's formats fail on two members of one name. A clashing name gets the suffix
 * {@code _1}. Thread-safe.
 */
final class UniqueMembers {

	private final MemberNames names;

	/**
	 * The members that the format writes itself.
	 */
	private final Set<String> own;

	/**
	 * Creates an instance.
	 * @param names the names of the format
	 * @param own the members that the format writes itself
	 */
	UniqueMembers(MemberNames names, Set<String> own) {
		this.names = names;
		this.own = Set.copyOf(own);
	}

	ILoggingEvent apply(ILoggingEvent event) {
		Map<String, String> mdc = event.getMDCPropertyMap();
		List<KeyValuePair> pairs = event.getKeyValuePairs();
		boolean plain = mdc.isEmpty() && (pairs == null || pairs.isEmpty());
		return plain ? event : renamed(event, mdc, (pairs != null) ? pairs : List.of());
	}

	private ILoggingEvent renamed(ILoggingEvent event, Map<String, String> mdc, List<KeyValuePair> pairs) {
		Set<String> taken = new HashSet<>();
		boolean changed = false;
		List<KeyValuePair> renamedPairs = new ArrayList<>();
		for (KeyValuePair pair : pairs) {
			String name = unique(String.valueOf(pair.key), taken);
			changed |= !name.equals(pair.key);
			renamedPairs.add(name.equals(pair.key) ? pair : new KeyValuePair(name, pair.value));
		}
		Map<String, String> renamedMdc = new LinkedHashMap<>();
		for (Map.Entry<String, String> entry : mdc.entrySet()) {
			String name = unique(String.valueOf(entry.getKey()), taken);
			changed |= !name.equals(entry.getKey());
			renamedMdc.put(name, entry.getValue());
		}
		return changed ? new RenamedEvent(event, renamedMdc, renamedPairs) : event;
	}

	private String unique(String key, Set<String> taken) {
		String allowed = this.names.allowed(key);
		String name = allowed;
		for (int suffix = 1; clashes(this.names.written(name), taken); suffix++) {
			name = this.names.withSuffix(allowed, suffix);
		}
		taken.add(this.names.written(name));
		return name;
	}

	private boolean clashes(String written, Set<String> taken) {
		return this.own.contains(this.names.first(written)) || taken.contains(written)
				|| taken.stream().anyMatch((other) -> this.names.nests(written, other));
	}

	/**
	 * An event whose MDC and key-value pairs have other names.
	 */
	private static final class RenamedEvent extends DelegatingEvent {

		private final Map<String, String> mdc;

		private final List<KeyValuePair> pairs;

		RenamedEvent(ILoggingEvent event, Map<String, String> mdc, List<KeyValuePair> pairs) {
			super(event);
			this.mdc = mdc;
			this.pairs = pairs;
		}

		@Override
		public Map<String, String> getMDCPropertyMap() {
			return this.mdc;
		}

		@Override
		public List<KeyValuePair> getKeyValuePairs() {
			return this.pairs;
		}

	}

}
