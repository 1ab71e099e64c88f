package io.netraven.logging.file.queue;

import java.time.Instant;

import io.netraven.logging.file.buffer.PendingLines;
import org.jspecify.annotations.Nullable;

/**
 * A pause of file logging that was requested. Lines that were added before it are still
 * written, unless the file is not writable; then the file is left alone until the pause
 * ends. All methods must be called with the lock of the {@link QueueMonitor} held.
 */
final class Pause {

	private final PendingLines pending;

	private final WriteTurn turn;

	private final FileSlot slot;

	private boolean active;

	/**
	 * When the pause began, by the wall clock, in milliseconds.
	 */
	private long since;

	/**
	 * Position up to which lines are written in spite of the pause.
	 */
	private long writtenInAnyCase;

	/**
	 * Whether these lines are worth an attempt to open a file that is not writable.
	 */
	private boolean urgent;

	Pause(PendingLines pending, WriteTurn turn, FileSlot slot) {
		this.pending = pending;
		this.turn = turn;
		this.slot = slot;
	}

	void begin() {
		if (!this.active) {
			this.active = true;
			this.since = System.currentTimeMillis();
			this.writtenInAnyCase = this.pending.tail();
			this.urgent = false;
		}
	}

	void end() {
		this.active = false;
	}

	/**
	 * Has everything that is pending now written in spite of the pause, the record of the
	 * lines that it has left out included.
	 */
	void writePending() {
		this.writtenInAnyCase = this.pending.tail();
		this.urgent = true;
	}

	/**
	 * Returns whether the file is left alone.
	 * @return {@code false} while there is no pause, or lines to be written in spite of
	 * it
	 */
	boolean isFileLeftAlone() {
		return this.active
				&& (this.turn.written() >= this.writtenInAnyCase || (!this.urgent && !this.slot.isWritable()));
	}

	boolean isActive() {
		return this.active;
	}

	@Nullable Instant since() {
		return (this.active) ? Instant.ofEpochMilli(this.since) : null;
	}

}
