package io.netraven.logging.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * Puts the number of a record where its format has it: before the message of a text, or
 * among the members of JSON. Thread-safe.
 */
final class Numbering {

	/**
	 * Without numbers.
	 */
	static final Numbering NONE = new Numbering(null, null, null);

	private final @Nullable Sequence sequence;

	private final @Nullable String numberKey;

	private final @Nullable KeyValuePair start;

	private Numbering(@Nullable Sequence sequence, @Nullable String numberKey, @Nullable KeyValuePair start) {
		this.sequence = sequence;
		this.numberKey = numberKey;
		this.start = start;
	}

	static Numbering inTheMessage(Sequence sequence) {
		return new Numbering(sequence, null, null);
	}

	static Numbering inMembers(Sequence sequence, String numberKey, String startKey) {
		return new Numbering(sequence, numberKey, new KeyValuePair(startKey, sequence.id()));
	}

	/**
	 * Takes the next number.
	 * @return a number, or 0 if records have none
	 */
	long next() {
		return (this.sequence != null) ? this.sequence.next() : 0;
	}

	/**
	 * Gives an event its number.
	 * @param event the event
	 * @param number its number
	 * @return the event to encode
	 */
	ILoggingEvent apply(ILoggingEvent event, long number) {
		if (this.sequence == null) {
			return event;
		}
		if (this.numberKey == null || this.start == null) {
			return NumberedEvent.inTheMessage(event, "[" + this.sequence.id() + "-" + number + "] ");
		}
		return NumberedEvent.inMembers(event, new KeyValuePair(this.numberKey, number), this.start);
	}

}
