package io.netraven.logging.file;

import java.time.Duration;

/**
 * When the file thread looks for lines by itself. Where nobody waits for a line it need
 * not be woken for each, and it lets lines gather between two looks. Guarded by the lock
 * of the {@link QueueMonitor}.
 *
 * @author NetRaven maintainers
 */
final class Linger {

	/**
	 * How soon the file thread looks for lines by itself while there are some all the
	 * time.
	 */
	static final long LOOK_NANOS = Duration.ofMillis(1).toNanos();

	private static final long ACTIVE_NANOS = Duration.ofMillis(10).toNanos();

	private final boolean callersDeliver;

	private final PendingLines pending;

	private final FileSlot slot;

	private final WriteTurn turn;

	private boolean looksByItself;

	Linger(boolean callersDeliver, PendingLines pending, FileSlot slot, WriteTurn turn) {
		this.callersDeliver = callersDeliver;
		this.pending = pending;
		this.slot = slot;
		this.turn = turn;
	}

	/**
	 * Whether the file thread should write now. A write costs about the same for one line
	 * and for many, and whoever takes the lock less often is less in the way of callers.
	 * @param closing whether the application is closing
	 * @return whether it should; otherwise it looks again soon
	 */
	boolean isTimeToWrite(boolean closing) {
		if (this.pending.isEmpty()) {
			return false;
		}
		boolean gathers = !this.callersDeliver && !closing && this.slot.takesLines() && !this.pending.isHalfFull()
				&& this.pending.bytes() < TurnHolder.FILE_THREAD.mostBytes();
		return !gathers || System.nanoTime() - this.turn.since() >= LOOK_NANOS;
	}

	/**
	 * Have the file thread, which does not write now, look again by itself if it wrote a
	 * moment ago. Waking it would cost a caller more than its line does. Where callers
	 * wait for their lines they wake it.
	 * @return whether it does
	 */
	boolean pause() {
		boolean active = System.nanoTime() - this.turn.since() < ACTIVE_NANOS;
		this.looksByItself = active && !this.callersDeliver && this.slot.takesLines();
		return this.looksByItself;
	}

	/**
	 * Whether callers count on the file thread to look, within {@link #LOOK_NANOS}.
	 * @return whether it must
	 */
	boolean mustLook() {
		return this.looksByItself;
	}

	/**
	 * Whether a caller must wake the file thread all the same.
	 * @return whether it must
	 */
	boolean mustBeWoken() {
		return !this.looksByItself || this.pending.isHalfFull();
	}

}
