package io.netraven.logging.file.buffer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.netraven.logging.file.Gap;
import io.netraven.logging.file.GapEncoder;
import org.jspecify.annotations.Nullable;

/**
 * The place of consecutive lines that were dropped. It grows while it is open; the batch
 * that contains it closes it, so that the encoded record counts exactly the lines that
 * were lost.
 */
final class GapBlock extends Block {

	private final Instant from;

	private final String reason;

	private Instant to;

	private long lines;

	private long lowest;

	private long highest;

	/**
	 * Whether these lines were left out on request.
	 */
	private final boolean requested;

	private boolean open = true;

	/**
	 * Accessed only by the holder of the turn, and after its write has ended.
	 */
	private byte @Nullable [] record;

	private int offset;

	private boolean written;

	GapBlock(Instant when, String reason, long lines, long number, boolean requested) {
		this.from = when;
		this.to = when;
		this.reason = reason;
		this.lines = lines;
		this.requested = requested;
		this.lowest = number;
		this.highest = number;
	}

	boolean isOpen() {
		return this.open;
	}

	boolean isRequested() {
		return this.requested;
	}

	/**
	 * Closes the gap: lines that are dropped from now on belong to another one.
	 */
	void close() {
		this.open = false;
	}

	void add(Instant when, long more, long number) {
		if (number != 0) {
			this.lowest = (this.lowest != 0) ? Math.min(this.lowest, number) : number;
			this.highest = Math.max(this.highest, number);
		}
		this.to = when;
		this.lines += more;
	}

	Gap gap() {
		return new Gap(this.lines, this.from, this.to, this.reason, this.lowest, this.highest);
	}

	@Override
	int entries() {
		return this.written ? 0 : 1;
	}

	@Override
	int end() {
		return (this.record != null) ? this.record.length : 0;
	}

	@Override
	byte[] bytes(GapEncoder encoder) {
		byte[] encoded = this.record;
		if (encoded == null) {
			encoded = encode(encoder);
			this.record = encoded;
		}
		return encoded;
	}

	private byte[] encode(GapEncoder encoder) {
		Gap gap = gap();
		try {
			return encoder.encode(gap);
		}
		catch (RuntimeException ex) {
			return (gap + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
		}
	}

	@Override
	int offset() {
		return this.offset;
	}

	@Override
	int landedEnd() {
		return 0;
	}

	@Override
	int entriesUpTo(int offset) {
		return (this.record != null && offset == this.record.length) ? 1 : 0;
	}

	@Override
	int endOf(int entries) {
		return (entries > 0) ? end() : 0;
	}

	@Override
	void land(int entries, int end, int offset) {
		this.offset = offset;
		this.written = entries > 0;
	}

	@Override
	void rewind() {
		this.offset = 0;
	}

	@Override
	boolean isInsideEntry() {
		return this.offset != 0 && !this.written;
	}

}
