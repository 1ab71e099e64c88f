package io.netraven.logging.logback;

import java.nio.charset.Charset;
import java.util.function.Function;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Cuts records that are too long, and says in them how much is missing. Thread-safe.
 */
final class LineLimit {

	/**
	 * Without a limit.
	 */
	static final long NONE = 0;

	/**
	 * Most bytes of a note.
	 */
	private static final int NOTE = 40;

	private final long bytes;

	private final Charset charset;

	private final boolean json;

	/**
	 * Creates a limit.
	 * @param bytes most bytes of a record, without its note and its line end, or
	 * {@link #NONE}
	 * @param charset the charset of the file
	 * @param json whether a record has to stay JSON
	 */
	LineLimit(long bytes, Charset charset, boolean json) {
		this.bytes = bytes;
		this.charset = charset;
		this.json = json;
	}

	/**
	 * Encodes an event in at most as many bytes as the limit, a note and a line end.
	 * @param event the event
	 * @param encoder encodes an event
	 * @return the record
	 */
	byte[] encode(ILoggingEvent event, Function<ILoggingEvent, byte[]> encoder) {
		byte[] record = encoder.apply(event);
		if (this.bytes == NONE || record.length <= this.bytes) {
			return record;
		}
		return this.json ? shorterJson(event, record, encoder) : shorterText(record);
	}

	private byte[] shorterText(byte[] record) {
		String kept = beginning(new String(record, 0, (int) this.bytes, this.charset));
		long missing = record.length - (long) kept.getBytes(this.charset).length;
		return (kept + note(missing) + "\n").getBytes(this.charset);
	}

	/**
	 * Shortens the message if it is long. If something else is too long, little but the
	 * message stays.
	 * @param event the event
	 * @param record its record
	 * @param encoder encodes an event
	 * @return a shorter record, or the same if none of that helps
	 */
	private byte[] shorterJson(ILoggingEvent event, byte[] record, Function<ILoggingEvent, byte[]> encoder) {
		String message = String.valueOf(event.getFormattedMessage());
		boolean messageIsLong = message.length() > this.bytes / 2;
		byte[] shorter = messageIsLong ? withBeginning(event, message, record.length, false, encoder) : null;
		if (shorter == null) {
			shorter = withBeginning(event, message, record.length, true, encoder);
		}
		return (shorter != null) ? shorter : record;
	}

	private byte @Nullable [] withBeginning(ILoggingEvent event, String message, int length, boolean bare,
			Function<ILoggingEvent, byte[]> encoder) {
		long kept = Math.min(message.length(), message.length() * this.bytes / length + NOTE);
		while (kept >= 0) {
			String beginning = beginning(message.substring(0, (int) kept));
			long missing = bare ? length - beginning.length()
					: message.substring(beginning.length()).getBytes(this.charset).length;
			byte[] record = encoder.apply(new ShortenedEvent(event, beginning + note(missing), bare));
			long excess = record.length - this.bytes - NOTE;
			if (excess <= 0) {
				return record;
			}
			kept -= excess;
		}
		return null;
	}

	/**
	 * Leaves out a last character that may be cut.
	 * @param text a text
	 * @return its beginning, which is all of it if its last character is whole
	 */
	private static String beginning(String text) {
		int end = text.length();
		while (end > 0 && (text.charAt(end - 1) == '\uFFFD' || Character.isHighSurrogate(text.charAt(end - 1)))) {
			end--;
		}
		return text.substring(0, end);
	}

	private static String note(long missing) {
		return "... (%d more bytes)".formatted(missing);
	}

}
