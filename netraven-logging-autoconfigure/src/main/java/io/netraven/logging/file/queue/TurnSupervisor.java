package io.netraven.logging.file.queue;

import java.util.Arrays;

import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.disk.IoProblems;

/**
 * Looks after the turn for the watch thread. Thread-safe.
 *
 * @author NetRaven maintainers
 */
public final class TurnSupervisor {

	private final QueueMonitor queue;

	private final WriteDiagnosis brokenOff;

	public TurnSupervisor(QueueMonitor queue, LogFileSettings settings) {
		this.queue = queue;
		this.brokenOff = IoProblems.brokenOff(settings.file());
	}

	/**
	 * Ends a turn whose holder has left the engine without ending it: an error struck
	 * where nothing could be done any more.
	 * @param atLeast how many nanoseconds the turn must have lasted
	 */
	public void endLostTurn(long atLeast) {
		WriteTurn turn = this.queue.turn;
		Thread holder;
		long since;
		synchronized (this.queue) {
			holder = turn.holder();
			since = turn.since();
			if (holder == null || turn.lasted(System.nanoTime()) < atLeast) {
				return;
			}
		}
		if (!isInEngine(holder)) {
			synchronized (this.queue) {
				if (!turn.isFree() && turn.since() == since) {
					this.queue.endLostTurn(this.brokenOff);
				}
			}
			this.queue.fileThread().raise();
		}
	}

	private static boolean isInEngine(Thread thread) {
		String room = TurnSupervisor.class.getPackageName() + ".";
		return Arrays.stream(thread.getStackTrace()).anyMatch((frame) -> frame.getClassName().startsWith(room));
	}

	/**
	 * Does not count time in which the process stood still.
	 * @param nanos how long it did
	 */
	public void forgive(long nanos) {
		synchronized (this.queue) {
			this.queue.turn.forgive(nanos);
			this.queue.rules.noteWaiting();
		}
	}

}
