package io.netraven.logging.file.daemon;

import java.time.Duration;
import java.time.Instant;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileState;
import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.concurrent.Signal;
import io.netraven.logging.file.daemon.DiskCalls.DiskCall;

/**
 * Times the others and speaks for them. It never touches the disk, so it goes on when the
 * disk hangs; and it may be held up by a listener, so nothing else depends on it.
 *
 * @author NetRaven maintainers
 */
final class WatchThread implements Runnable {

	private static final long TICK_NANOS = Duration.ofMillis(250).toNanos();

	private final Duration[] replaceAfter;

	private final StatusView status;

	private final DiskCalls calls;

	private final FileRequests requests;

	private final LogFileListener listener;

	private final QueuedListener queued;

	private final OutageReporter outages;

	private final Runnable replaceFileThread;

	private boolean opened;

	private int replaced;

	WatchThread(TimeLimits limits, StatusView status, DiskCalls calls, LogFileListener listener, QueuedListener queued,
			FileRequests requests, Runnable replaceFileThread) {
		this.replaceAfter = new Duration[] { limits.replace(), limits.replaceAgain() };
		this.status = status;
		this.calls = calls;
		this.listener = listener;
		this.queued = queued;
		this.requests = requests;
		this.outages = new OutageReporter(listener);
		this.replaceFileThread = replaceFileThread;
	}

	@Override
	public void run() {
		Signal pause = new Signal();
		while (!this.requests.isFinished()) {
			try {
				observe();
			}
			catch (RuntimeException ex) {
				// a listener that fails must not end the watch
			}
			pause.await(TICK_NANOS);
		}
	}

	private void observe() {
		replaceFileThreadIfItHangs();
		LogFileStatus seen = this.status.status();
		if (!this.opened && seen.state() == LogFileState.WRITING) {
			this.opened = true;
			this.listener.opened(seen);
		}
		this.outages.observe(seen, Instant.now());
		this.queued.deliver();
	}

	private void replaceFileThreadIfItHangs() {
		DiskCall call = this.calls.current();
		if (call == null || this.replaced == this.replaceAfter.length) {
			return;
		}
		if (call.lasted() > this.replaceAfter[this.replaced].toNanos()) {
			this.replaced++;
			this.replaceFileThread.run();
		}
	}

}
