package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

import io.netraven.logging.file.disk.FolderWatch;
import io.netraven.logging.file.queue.FileThreadSide;
import io.netraven.logging.file.queue.QueueFacts;

/**
 * The loop of the file thread. One idea: each round does what is due for the file
 * (opening it, checking its path, writing what no caller writes, closing what is
 * retired), then waits for the next round; the work itself is in other classes. The
 * thread may hang with the disk: then the watch thread starts another one, and this one
 * ends when its call returns.
 */
final class FileThread implements Runnable {

	private static final long CHECK_NANOS = Duration.ofMillis(500).toNanos();

	private final FileKeeper keeper;

	private final FileCloser closer;

	private final Forcing forcing;

	private final PathFollower follower;

	private final FileThreadSide files;

	private final FolderWatch folderWatch;

	private final FileRequests requests;

	private final DiskCalls calls;

	private final RetryBackoff retry;

	/**
	 * {@link System#nanoTime()}, unless a test sets the time.
	 */
	private final LongSupplier clock;

	/**
	 * Restarts the watch thread if it is dead.
	 */
	private final Runnable ensureWatched;

	/**
	 * Time of the {@link #clock} at which the file is to be opened, or its path checked.
	 */
	private long dueAt;

	private boolean failing;

	FileThread(FileKeeper keeper, FileCloser closer, Forcing forcing, PathFollower follower, FileThreadSide files,
			FolderWatch folderWatch, FileRequests requests, DiskCalls calls, Duration maxRetryInterval,
			LongSupplier clock, Runnable ensureWatched) {
		this.keeper = keeper;
		this.closer = closer;
		this.forcing = forcing;
		this.follower = follower;
		this.files = files;
		this.folderWatch = folderWatch;
		this.requests = requests;
		this.calls = calls;
		this.retry = new RetryBackoff(maxRetryInterval);
		this.clock = clock;
		this.dueAt = clock.getAsLong();
		this.ensureWatched = ensureWatched;
	}

	@Override
	public void run() {
		while (isInCharge() && !this.requests.isFinished()) {
			round();
			if (isInCharge()) {
				this.requests.await(Math.max(1, pauseNanos()));
			}
		}
		if (isInCharge()) {
			this.follower.showNextFile(this::isInCharge);
			this.closer.closeAll();
		}
	}

	/**
	 * Does what is due now. Does not wait.
	 */
	void round() {
		try {
			this.ensureWatched.run();
			this.follower.showNextFile(this::isInCharge);
			attend();
			writeWhatIsDue();
			this.closer.closeRetired();
			this.forcing.forceIfDue(this.files.current());
		}
		catch (Throwable ex) {
			noteUnexpected(ex);
		}
	}

	private long pauseNanos() {
		long due = Math.min(this.dueAt - this.clock.getAsLong(), this.forcing.dueIn(this.files.current()));
		return Math.min(due, this.files.longestPause());
	}

	private void noteUnexpected(Throwable ex) {
		try {
			if (isInCharge()) {
				beginRetrying();
				this.keeper.noteUnexpected(ex);
			}
		}
		catch (Throwable again) {
			// there is no memory to record it: the next attempt shows what is wrong
		}
	}

	private boolean isInCharge() {
		return this.calls.isInCharge(this);
	}

	private void attend() {
		if (this.clock.getAsLong() - this.requests.captureEnds() >= 0) {
			this.files.endStart();
		}
		QueueFacts facts = this.files.facts();
		if (facts.leftAlone() || (facts.closing() && facts.added() == facts.written())) {
			this.dueAt = this.clock.getAsLong() + CHECK_NANOS;
			return;
		}
		if (!facts.open() && !this.requests.shouldOpen(facts)) {
			this.dueAt = this.requests.captureEnds();
			return;
		}
		if (facts.failure() != null && !this.failing) {
			beginRetrying();
		}
		boolean due = this.requests.takeLook() || this.requests.isReopeningAsked() || isDue();
		if (!facts.open() || this.failing) {
			if (due || this.requests.takeRetryNow() || !this.failing) {
				tryToOpen();
			}
		}
		else if (due || this.follower.isRotationAsked()) {
			this.dueAt = this.clock.getAsLong() + CHECK_NANOS;
			this.follower.check(this::isInCharge);
			this.folderWatch.watch();
		}
	}

	private void beginRetrying() {
		this.failing = true;
		this.dueAt = this.clock.getAsLong() + this.retry.nextNanos();
	}

	private void tryToOpen() {
		this.requests.takeReopen();
		if (this.keeper.open(this::isInCharge)) {
			writeWhatIsDue();
		}
		if (this.files.facts().failure() != null) {
			beginRetrying();
		}
		else {
			this.failing = false;
			this.retry.reset();
			this.dueAt = this.clock.getAsLong() + CHECK_NANOS;
		}
		this.requests.tried();
	}

	/**
	 * Writes until nothing is left to write or the path has to be checked: on a slow disk
	 * there may always be something to write.
	 */
	private void writeWhatIsDue() {
		do {
			if (!this.files.takeTurn()) {
				return;
			}
			write();
		}
		while (isInCharge() && !isDue());
	}

	private void write() {
		try {
			this.calls.timed("Writing", () -> {
				this.files.write();
				return true;
			});
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			this.files.breakOffIfMine();
		}
	}

	private boolean isDue() {
		return this.clock.getAsLong() - this.dueAt >= 0;
	}

}
