package io.netraven.logging.file.queue;

import java.util.Arrays;
import java.util.List;

import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.queue.GivenUpTurns.GivenUpTurn;

/**
 * Supervises the turn on behalf of the watch thread. Thread-safe.
 */
public final class TurnSupervisor {

	private final QueueMonitor queue;

	private final WriteDiagnosis brokenOff;

	public TurnSupervisor(QueueMonitor queue, LogFileSettings settings) {
		this.queue = queue;
		this.brokenOff = IoProblems.brokenOff(settings.file());
	}

	/**
	 * Ends a turn whose holder has left the engine without ending it, because of an error
	 * that could not be handled.
	 * @param atLeast minimum time in nanoseconds that the turn must have lasted
	 */
	public void endLostTurn(long atLeast) {
		WriteTurn turn = this.queue.turn;
		Thread holder;
		long since;
		synchronized (this.queue) {
			holder = turn.holder();
			if (holder == null || turn.lasted(System.nanoTime()) < atLeast) {
				return;
			}
			since = turn.since();
		}
		if (!isInEngine(holder)) {
			synchronized (this.queue) {
				if (!turn.isFree() && turn.since() == since) {
					this.queue.endTurn(this.brokenOff);
				}
			}
			this.queue.fileThread().raise();
		}
	}

	/**
	 * Has the files closed of given-up turns whose holders have left the engine.
	 */
	public void endGivenUpTurns() {
		List<GivenUpTurn> turns;
		synchronized (this.queue) {
			turns = this.queue.givenUp.copy();
		}
		for (GivenUpTurn turn : turns) {
			if (!isInEngine(turn.holder())) {
				synchronized (this.queue) {
					this.queue.givenUp.end(turn);
				}
			}
		}
	}

	private static boolean isInEngine(Thread thread) {
		String room = TurnSupervisor.class.getPackageName() + ".";
		return Arrays.stream(thread.getStackTrace()).anyMatch((frame) -> frame.getClassName().startsWith(room));
	}

	/**
	 * Excludes time in which the process was suspended from all measurements.
	 * @param nanos the time in nanoseconds
	 */
	public void forgive(long nanos) {
		synchronized (this.queue) {
			this.queue.turn.forgive(nanos);
			this.queue.rules.noteWaiting();
		}
	}

}
