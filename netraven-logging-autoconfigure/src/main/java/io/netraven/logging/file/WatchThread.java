package io.netraven.logging.file;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.function.Consumer;

import io.netraven.logging.file.FileRequests.Operation;

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

	private final FileRequests requests;

	private final LogFileListener listener;

	private final OutageReporter outages;

	private final Runnable replaceFileThread;

	private final Queue<Consumer<LogFileListener>> news;

	private boolean opened;

	private int replaced;

	WatchThread(TimeLimits limits, StatusView status, FileRequests requests, LogFileListener listener,
			Queue<Consumer<LogFileListener>> news, Runnable replaceFileThread) {
		this.replaceAfter = new Duration[] { limits.replace(), limits.replaceAgain() };
		this.news = news;
		this.status = status;
		this.requests = requests;
		this.listener = listener;
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
		Consumer<LogFileListener> message = this.news.poll();
		while (message != null) {
			message.accept(this.listener);
			message = this.news.poll();
		}
	}

	private void replaceFileThreadIfItHangs() {
		Operation operation = this.requests.operation();
		if (operation == null || this.replaced == this.replaceAfter.length) {
			return;
		}
		if (operation.lasted() > this.replaceAfter[this.replaced].toNanos()) {
			this.replaced++;
			this.replaceFileThread.run();
		}
	}

}
