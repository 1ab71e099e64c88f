package io.netraven.logging.file;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The place of consecutive lines that did not fit. It grows while it is open; the batch
 * that takes it closes it, so that what was encoded is what was lost.
 *
 * @author NetRaven maintainers
 */
final class DroppedLines {

	private final Instant from;

	private final String reason;

	private Instant to;

	private long lines = 1;

	private boolean open = true;

	/**
	 * Touched only by the holder of the turn.
	 */
	private byte @Nullable [] record;

	DroppedLines(Instant when, String reason) {
		this.from = when;
		this.to = when;
		this.reason = reason;
	}

	boolean isOpen() {
		return this.open;
	}

	void add(Instant when) {
		this.lines++;
		this.to = when;
	}

	void close() {
		this.open = false;
	}

	Gap gap() {
		return new Gap(this.lines, this.from, this.to, this.reason);
	}

	void encode(GapEncoder encoder) {
		if (this.record == null) {
			this.record = encodeSafely(encoder);
		}
	}

	private byte[] encodeSafely(GapEncoder encoder) {
		Gap gap = gap();
		try {
			return encoder.encode(gap);
		}
		catch (RuntimeException ex) {
			return (gap + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
		}
	}

	byte[] record() {
		byte[] encoded = this.record;
		if (encoded == null) {
			throw new IllegalStateException("The gap has not been encoded");
		}
		return encoded;
	}

}
