package io.netraven.logging.file.daemon;

import java.time.Clock;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileReport;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.archive.LogRotation;
import io.netraven.logging.file.concurrent.DaemonThread;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.FolderWatch;
import io.netraven.logging.file.live.FileOpener;
import io.netraven.logging.file.live.HiddenFile;
import io.netraven.logging.file.live.LineEnd;
import io.netraven.logging.file.live.LogFilePath;
import io.netraven.logging.file.queue.FileThreadSide;
import io.netraven.logging.file.queue.QueueMonitor;
import io.netraven.logging.file.queue.TurnSupervisor;
import org.jspecify.annotations.Nullable;

/**
 * The threads that look after one log file: the file thread, the watch thread, and the
 * archive thread while there is work for it. Thread-safe.
 */
public final class Daemons {

	private final LogFileSettings settings;

	private final FileThreadSide files;

	private final FolderWatch folderWatch;

	private final FileRequests requests;

	private final DiskCalls calls;

	private final FileKeeper keeper;

	private final FileCloser closer;

	private final Forcing forcing;

	private final PathFollower follower;

	private final StatusView status;

	private final FileThreads fileThreads;

	private final WatchThread watch;

	private volatile @Nullable Thread watchThread;

	public Daemons(LogFileSettings settings, TimeLimits limits, QueueMonitor queue, FileThreadSide files,
			LogFileListener listener, LineEnd lineEnd, FileOperations operations) {
		this.settings = settings;
		this.files = files;
		this.requests = new FileRequests(queue.fileThread());
		this.calls = new DiskCalls();
		QueuedListener queued = new QueuedListener(listener);
		LogFilePath path = LogFilePath.of(settings.file());
		FileOperations observed = new ObservedOperations(operations, this.calls);
		this.folderWatch = new FolderWatch(path.path());
		LogRotation rotation = new LogRotation(settings, observed, path.path(), Clock.systemDefaultZone(),
				limits.shortestStay(), queued::degraded);
		HiddenFile hidden = new HiddenFile(observed, path.path());
		FileOpener opener = new FileOpener(observed, path, hidden, settings.permissions(), settings.untrustedFolder(),
				lineEnd);
		Recovery recovery = new Recovery(this.files, this.calls, queued, limits);
		Rescue rescue = new Rescue(observed, this.files, this.calls, recovery);
		this.keeper = new FileKeeper(observed, path, opener, hidden, this.files, this.calls, rotation, recovery,
				rescue);
		this.forcing = new Forcing(settings.forceInterval(), this.calls, System::nanoTime);
		this.closer = new FileCloser(observed, path, this.files, this.calls, rotation, this.forcing, queued);
		NextFile nextFile = new NextFile(path, hidden, this.keeper, this.files, this.calls, rotation, recovery, rescue,
				queued);
		this.follower = new PathFollower(observed, path, this.keeper, this.files, this.requests, this.calls, rotation,
				recovery, nextFile, queued);
		this.fileThreads = new FileThreads(this::newFileThread, this.calls, limits);
		Heartbeat heartbeat = new Heartbeat(this.folderWatch, this.requests::look);
		OutageHistory history = new OutageHistory();
		this.status = new StatusView(settings, queue, this.calls, heartbeat, this.fileThreads,
				new Degradations(rotation, nextFile, this.forcing), this.keeper, rotation, this.forcing, history);
		this.watch = new WatchThread(this.fileThreads, new TurnSupervisor(queue, settings), queue.markedGaps(),
				this.calls, this.requests, heartbeat, this.status, listener, queued, history);
	}

	/**
	 * Starts the threads. A thread that cannot be started now is started later.
	 */
	public void start() {
		try {
			this.fileThreads.replaceIfNeeded();
		}
		catch (Throwable ex) {
			// the watch thread tries again
		}
		ensureWatched();
	}

	private FileThread newFileThread() {
		return new FileThread(this.keeper, this.closer, this.forcing, this.follower, this.files, this.folderWatch,
				this.requests, this.calls, this.settings.maxRetryInterval(), System::nanoTime, this::ensureWatched);
	}

	private synchronized void ensureWatched() {
		Thread thread = this.watchThread;
		if (!this.requests.isFinished() && (thread == null || !thread.isAlive())) {
			try {
				this.watchThread = DaemonThread.start(this.watch, "netraven-log-watch");
			}
			catch (Throwable ex) {
				// the file thread and callers of status() try again
			}
		}
	}

	public void open() {
		this.requests.open();
	}

	public void rotate() {
		this.requests.rotate();
	}

	public void reopen() {
		this.requests.reopen();
	}

	public void look() {
		this.requests.look();
	}

	/**
	 * Requests that the file be opened now, even if the next attempt is not due yet.
	 * Returns immediately.
	 * @return the number of attempts so far, for {@link #hasTriedSince}
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
		ensureWatched();
		return this.status.status();
	}

	public LogFileReport report() {
		ensureWatched();
		return this.status.report();
	}

}
