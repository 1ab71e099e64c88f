package io.netraven.logging.logback;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * Encodes an event so that no text of it forges a line or drives a terminal. Most events
 * are clean, which a look at their bytes shows; only others are encoded once more.
 */
final class SafeEncoder {

	private final Encoder<ILoggingEvent> encoder;

	private final Charset charset;

	private final ControlCharacters mode;

	private final boolean json;

	private final @Nullable UniqueMembers members;

	private final boolean ascii;

	/**
	 * Creates an encoder.
	 * @param encoder the encoder of the format
	 * @param charset charset of the file
	 * @param mode what becomes of hostile characters
	 * @param members gives the members of JSON their names, or {@code null} if the format
	 * is text
	 */
	SafeEncoder(Encoder<ILoggingEvent> encoder, Charset charset, ControlCharacters mode,
			@Nullable UniqueMembers members) {
		this.encoder = encoder;
		this.charset = charset;
		this.mode = mode;
		this.members = members;
		this.json = members != null;
		this.ascii = charset.equals(StandardCharsets.UTF_8) || charset.equals(StandardCharsets.US_ASCII)
				|| charset.equals(StandardCharsets.ISO_8859_1);
	}

	byte[] encode(ILoggingEvent event) {
		return encodeUnique((this.members != null) ? this.members.apply(event) : event);
	}

	private byte[] encodeUnique(ILoggingEvent event) {
		byte[] record = this.encoder.encode(event);
		if (this.mode == ControlCharacters.KEEP || isPlain(record)) {
			return record;
		}
		String text = new String(record, this.charset);
		String end = end(text);
		String body = text.substring(0, text.length() - end.length());
		boolean brokenByLayout = this.mode == ControlCharacters.ESCAPE && !this.json
				&& HostileText.isClean(body.replace('\n', '\t')) && SafeEvent.isClean(event);
		if (brokenByLayout || HostileText.isClean(body)) {
			return record;
		}
		return safe(event, body, end).getBytes(this.charset);
	}

	private boolean isPlain(byte[] record) {
		return this.ascii && PlainText.isLine(record);
	}

	private String safe(ILoggingEvent event, String body, String end) {
		if (this.json) {
			return HostileText.record(body, "\\n") + end;
		}
		String again = new String(this.encoder.encode(new SafeEvent(event)), this.charset);
		String againEnd = end(again);
		String safe = again.substring(0, again.length() - againEnd.length()).replace("\r\n", "\n");
		return HostileText.record(safe, (this.mode == ControlCharacters.ONE_LINE) ? "\\n" : "\n") + againEnd;
	}

	private static String end(String text) {
		if (text.endsWith("\r\n")) {
			return "\r\n";
		}
		return text.endsWith("\n") ? "\n" : "";
	}

}
