package io.netraven.logging.logback;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in what goes to the file. Thread-safe.
 */
final class Masker {

	static final String REPLACEMENT = "******";

	/**
	 * Masks nothing.
	 */
	static final Masker NONE = new Masker(null, Set.of(), false, StandardCharsets.UTF_8, new LongAdder());

	static final byte MASKED_BYTE = '*';

	private static final byte[] REPLACEMENT_BYTES = REPLACEMENT.getBytes(StandardCharsets.US_ASCII);

	private final @Nullable SecretNames names;

	private final Set<String> texts;

	private final @Nullable Search values;

	private final @Nullable Search shapes;

	private final Charset charset;

	private final boolean direct;

	private final LongAdder masked;

	/**
	 * Creates a masker.
	 * @param names the names of secrets, or {@code null} if names do not matter
	 * @param values secrets, in every form in which they may be written
	 * @param patterns whether secrets are also found by what stands before them and by
	 * their shape
	 * @param charset the charset of the file
	 * @param masked counts what was masked
	 */
	Masker(@Nullable SecretNames names, Collection<String> values, boolean patterns, Charset charset,
			LongAdder masked) {
		this.names = names;
		this.charset = charset;
		this.direct = Set.of(StandardCharsets.UTF_8, StandardCharsets.US_ASCII, StandardCharsets.ISO_8859_1)
			.contains(charset);
		this.texts = Set.copyOf(values);
		Charset searched = this.direct ? charset : StandardCharsets.UTF_8;
		this.values = (!values.isEmpty())
				? new ByteNeedles(values.stream().map((value) -> value.getBytes(searched)).toList())::find : null;
		this.shapes = (patterns && names != null) ? new SecretShapes(names)::find : null;
		this.masked = masked;
	}

	/**
	 * Returns a masker that also masks what another one does: the secrets of a second
	 * application that uses the file, or of the same one later.
	 * @param other the other masker
	 * @return the masker of both
	 */
	Masker and(Masker other) {
		if (this.names == null || other.names == null) {
			return (this.names == null) ? other : this;
		}
		Set<String> both = new LinkedHashSet<>(this.texts);
		both.addAll(other.texts);
		return new Masker(this.names, both, this.shapes != null || other.shapes != null, this.charset, this.masked);
	}

	/**
	 * Encodes an event and masks it. If that fails, neither message nor MDC is written:
	 * secrecy is worth more than the line.
	 * @param event the event
	 * @param encoder encodes an event
	 * @return the record
	 */
	byte[] encode(ILoggingEvent event, Function<ILoggingEvent, byte[]> encoder) {
		byte[] record = encoder.apply(maskedOrHidden(event));
		try {
			return mask(record);
		}
		catch (RuntimeException ex) {
			return encoder.apply(hidden(event));
		}
	}

	private ILoggingEvent maskedOrHidden(ILoggingEvent event) {
		try {
			return (this.names != null) ? MaskedEvent.of(event, this.names, this.masked) : event;
		}
		catch (RuntimeException ex) {
			return hidden(event);
		}
	}

	private ILoggingEvent hidden(ILoggingEvent event) {
		this.masked.increment();
		return new ShortenedEvent(event, "(could not be masked)", true);
	}

	private byte[] mask(byte[] record) {
		if (this.values == null && this.shapes == null) {
			return record;
		}
		if (this.direct) {
			return maskDirectly(record);
		}
		byte[] converted = new String(record, this.charset).getBytes(StandardCharsets.UTF_8);
		byte[] result = maskDirectly(converted);
		return (result == converted) ? record : new String(result, StandardCharsets.UTF_8).getBytes(this.charset);
	}

	private byte[] maskDirectly(byte[] record) {
		return replace(replace(record, this.values), this.shapes);
	}

	private byte[] replace(byte[] record, @Nullable Search search) {
		long found = (search != null) ? search.find(record, 0) : ByteNeedles.NOTHING;
		if (search == null || found == ByteNeedles.NOTHING) {
			return record;
		}
		ByteArrayOutputStream result = new ByteArrayOutputStream(record.length);
		int copied = 0;
		while (found != ByteNeedles.NOTHING) {
			int start = (int) (found >>> 32);
			result.write(record, copied, start - copied);
			result.writeBytes(REPLACEMENT_BYTES);
			copied = start + (int) found;
			this.masked.increment();
			found = search.find(record, copied);
		}
		result.write(record, copied, record.length - copied);
		return result.toByteArray();
	}

	/**
	 * Finds what is to be replaced.
	 */
	private interface Search {

		long find(byte[] text, int from);

	}

}
