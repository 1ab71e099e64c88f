package io.netraven.logging.file.daemon;

import java.time.Duration;
import java.util.Queue;

import io.netraven.logging.file.Gap;
import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileState;
import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.queue.TurnSupervisor;

/**
 * The loop of the watch thread. It supervises the other threads and calls the listener;
 * it never accesses the disk, so it continues when the disk hangs. A listener that blocks
 * holds it up.
 */
final class WatchThread implements Runnable {

	private static final long LOST_TURN_NANOS = Duration.ofMillis(500).toNanos();

	private final FileThreads fileThreads;

	private final TurnSupervisor turns;

	private final Queue<Gap> markedGaps;

	private final DiskCalls calls;

	private final FileRequests requests;

	private final Heartbeat heartbeat;

	private final StatusView status;

	private final LogFileListener listener;

	private final QueuedListener queued;

	private final OutageReporter outages;

	private boolean opened;

	private boolean paused;

	WatchThread(FileThreads fileThreads, TurnSupervisor turns, Queue<Gap> markedGaps, DiskCalls calls,
			FileRequests requests, Heartbeat heartbeat, StatusView status, LogFileListener listener,
			QueuedListener queued, OutageHistory history) {
		this.fileThreads = fileThreads;
		this.turns = turns;
		this.markedGaps = markedGaps;
		this.calls = calls;
		this.requests = requests;
		this.heartbeat = heartbeat;
		this.status = status;
		this.listener = listener;
		this.queued = queued;
		this.outages = new OutageReporter(listener, history);
	}

	@Override
	public void run() {
		while (!this.requests.isFinished()) {
			try {
				forgive(this.heartbeat.await());
				this.fileThreads.replaceIfNeeded();
				this.turns.endLostTurn(LOST_TURN_NANOS);
				this.turns.endGivenUpTurns();
				report();
			}
			catch (Throwable ex) {
				// neither a failing listener nor an error in the JVM ends the watch
				// thread
			}
		}
		this.heartbeat.end();
	}

	private void forgive(long late) {
		if (late > 0) {
			this.calls.forgive();
			this.turns.forgive(late);
		}
	}

	private void report() {
		LogFileStatus seen = this.status.status();
		if (!this.opened && seen.state() == LogFileState.WRITING) {
			this.opened = true;
			this.listener.opened(seen);
		}
		reportPause(seen);
		this.outages.observe(seen, SteadyTime.now());
		this.queued.deliver();
		Gap gap = this.markedGaps.poll();
		while (gap != null) {
			this.listener.dropped(gap);
			gap = this.markedGaps.poll();
		}
	}

	private void reportPause(LogFileStatus seen) {
		boolean pausedNow = seen.state() == LogFileState.PAUSED;
		if (pausedNow != this.paused && seen.state() != LogFileState.CLOSED) {
			this.paused = pausedNow;
			if (pausedNow) {
				this.listener.paused(seen);
			}
			else {
				this.listener.resumed(seen);
			}
		}
	}

}
