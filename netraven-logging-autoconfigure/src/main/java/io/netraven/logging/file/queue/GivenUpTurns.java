package io.netraven.logging.file.queue;

import java.util.ArrayList;
import java.util.List;

import io.netraven.logging.file.live.LiveFile;

/**
 * Turns that were given up and whose holders may still write to the file that they were
 * taken for: it must not be closed before. All methods must be called with the lock of
 * the {@link QueueMonitor} held.
 */
final class GivenUpTurns {

	private final List<GivenUpTurn> turns = new ArrayList<>();

	private final FileSlot slot;

	GivenUpTurns(FileSlot slot) {
		this.slot = slot;
	}

	void add(Thread holder, LiveFile file) {
		this.turns.add(new GivenUpTurn(holder, file));
	}

	List<GivenUpTurn> copy() {
		return List.copyOf(this.turns);
	}

	/**
	 * Has the file of a turn closed whose holder does not use it any longer. Has no
	 * effect if that was done before.
	 * @param turn the turn
	 */
	void end(GivenUpTurn turn) {
		if (this.turns.remove(turn)) {
			this.slot.retire(turn.file());
		}
	}

	record GivenUpTurn(Thread holder, LiveFile file) {

	}

}
