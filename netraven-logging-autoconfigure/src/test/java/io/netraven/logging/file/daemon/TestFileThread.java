package io.netraven.logging.file.daemon;

import java.time.Clock;
import java.time.Duration;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.archive.LogRotation;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.FolderWatch;
import io.netraven.logging.file.live.FileOpener;
import io.netraven.logging.file.live.HiddenFile;
import io.netraven.logging.file.live.LogFilePath;
import io.netraven.logging.file.queue.FileThreadSide;
import io.netraven.logging.file.queue.QueueMonitor;

/**
 * The file thread with all that it drives, but without a thread: a test runs its rounds,
 * one by one, and sets its time.
 */
public final class TestFileThread {

	private final FileThread fileThread;

	private long now = System.nanoTime();

	public TestFileThread(LogFileSettings settings, TimeLimits limits, QueueMonitor queue, FileThreadSide files,
			FileOperations operations) {
		LogFileListener listener = new LogFileListener() {
		};
		FileRequests requests = new FileRequests(queue.fileThread());
		DiskCalls calls = new DiskCalls();
		LogFilePath path = LogFilePath.of(settings.file());
		FileOperations observed = new ObservedOperations(operations, calls);
		LogRotation rotation = new LogRotation(settings, observed, path.path(), Clock.systemUTC(),
				limits.shortestStay(), listener::degraded);
		HiddenFile hidden = new HiddenFile(observed, path.path());
		FileOpener opener = new FileOpener(observed, path, hidden, settings.permissions(), settings.untrustedFolder(),
				TestWriter.LINE_END);
		Recovery recovery = new Recovery(files, calls, listener, limits);
		Rescue rescue = new Rescue(observed, files, calls, recovery);
		FileKeeper keeper = new FileKeeper(observed, path, opener, hidden, files, calls, rotation, recovery, rescue);
		Forcing forcing = new Forcing(null, calls, () -> this.now);
		FileCloser closer = new FileCloser(observed, path, files, calls, rotation, forcing, listener);
		NextFile nextFile = new NextFile(path, hidden, keeper, files, calls, rotation, recovery, rescue, listener);
		PathFollower follower = new PathFollower(observed, path, keeper, files, requests, calls, rotation, recovery,
				nextFile, listener);
		FolderWatch folderWatch = new FolderWatch(path.path());
		folderWatch.close();
		this.fileThread = new FileThread(keeper, closer, forcing, follower, files, folderWatch, requests, calls,
				settings.maxRetryInterval(), () -> this.now, () -> {
				});
		calls.putInCharge(this.fileThread);
		requests.open();
	}

	public void pass(Duration time) {
		this.now += time.toNanos();
	}

	public void round() {
		this.fileThread.round();
	}

}
