package io.netraven.logging.logback;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.function.Function;

import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Encodes an event as one record that ends in a newline.
 */
final class RecordEncoder {

	private final Function<ILoggingEvent, byte[]> encoder;

	private final LineLimit limit;

	private final Charset charset;

	private final byte[] newline;

	RecordEncoder(SafeEncoder encoder, LineLimit limit, Charset charset) {
		this.encoder = encoder::encode;
		this.limit = limit;
		this.charset = charset;
		this.newline = newline(charset);
	}

	byte[] encode(ILoggingEvent event, Masker masker) {
		byte[] bytes = this.limit.encode(event, (next) -> masker.encode(next, this.encoder));
		return endsInNewline(bytes) ? bytes : withNewline(bytes);
	}

	/**
	 * Return what ends each record.
	 * @return a newline in the charset of the file
	 */
	byte[] newline() {
		return this.newline.clone();
	}

	Charset charset() {
		return this.charset;
	}

	byte[] fragmentEnd() {
		return FragmentEnd.in(this.charset, this.newline);
	}

	private boolean endsInNewline(byte[] bytes) {
		int start = bytes.length - this.newline.length;
		return start >= 0 && Arrays.equals(bytes, start, bytes.length, this.newline, 0, this.newline.length);
	}

	private byte[] withNewline(byte[] bytes) {
		byte[] record = Arrays.copyOf(bytes, bytes.length + this.newline.length);
		System.arraycopy(this.newline, 0, record, bytes.length, this.newline.length);
		return record;
	}

	/**
	 * Return the bytes of a newline, without the byte order mark of UTF-16.
	 * @param charset charset of the file
	 * @return the bytes
	 */
	private static byte[] newline(Charset charset) {
		byte[] without = "x".getBytes(charset);
		byte[] with = "x\n".getBytes(charset);
		return Arrays.copyOfRange(with, without.length, with.length);
	}

}
