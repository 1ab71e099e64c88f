package io.netraven.logging.file.daemon;

import java.time.Clock;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.archive.LogRotation;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.live.FileOpener;
import io.netraven.logging.file.live.LogFilePath;
import io.netraven.logging.file.queue.FileThreadSide;
import io.netraven.logging.file.queue.QueueMonitor;

/**
 * The threads that look after one log file: the file thread, the watch thread, and the
 * archive thread while there is work for it. Safe for use by any number of threads.
 *
 * @author NetRaven maintainers
 */
public final class Daemons {

	private final LogFileSettings settings;

	private final FileThreadSide files;

	private final FileRequests requests;

	private final DiskCalls calls;

	private final FileKeeper keeper;

	private final PathFollower follower;

	private final StatusView status;

	private final WatchThread watch;

	public Daemons(LogFileSettings settings, TimeLimits limits, QueueMonitor queue, FileThreadSide files,
			LogFileListener listener, FileOperations operations) {
		this.settings = settings;
		this.files = files;
		this.requests = new FileRequests(queue.fileThread());
		this.calls = new DiskCalls();
		QueuedListener queued = new QueuedListener(listener);
		LogFilePath path = LogFilePath.of(settings.file());
		LogRotation rotation = new LogRotation(settings, operations, path.path(), Clock.systemDefaultZone(),
				queued::degraded);
		FileOpener opener = new FileOpener(operations, path, settings.permissions());
		this.keeper = new FileKeeper(operations, path, opener, this.files, this.calls, rotation, queued, limits);
		this.follower = new PathFollower(operations, path, this.keeper, this.files, this.requests, this.calls, rotation,
				queued);
		this.status = new StatusView(settings.file(), queue, this.calls, this.keeper, rotation);
		this.watch = new WatchThread(limits, this.status, this.calls, listener, queued, this.requests,
				this::startFileThread);
	}

	public void start() {
		startFileThread();
		start(this.watch, "netraven-log-watch");
	}

	private void startFileThread() {
		FileThread thread = new FileThread(this.keeper, this.follower, this.files, this.requests, this.calls,
				this.settings.maxRetryInterval());
		this.calls.putInCharge(thread);
		start(thread, "netraven-log-file");
	}

	private static void start(Runnable task, String name) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
	}

	public void open() {
		this.requests.open();
	}

	public void rotate() {
		this.requests.rotate();
	}

	/**
	 * Requests that the file be opened now, also after a failure. Returns immediately.
	 * @return a number for {@link #hasTriedSince}
	 */
	public long tryNow() {
		long tries = this.requests.tries();
		this.requests.open();
		this.requests.retryNow();
		return tries;
	}

	public boolean hasTriedSince(long tries) {
		return this.requests.tries() > tries;
	}

	public void finish() {
		this.requests.finish();
	}

	public LogFileStatus status() {
		return this.status.status();
	}

}
