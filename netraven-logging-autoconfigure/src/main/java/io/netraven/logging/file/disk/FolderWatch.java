package io.netraven.logging.file.disk;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * Notices when one name in a folder comes to be or goes. Where the operating system
 * cannot watch the folder, nothing is noticed. Thread-safe; waiting does not access the
 * disk.
 */
public final class FolderWatch implements AutoCloseable {

	/**
	 * Pause between two looks at the events, so that a folder in which much happens does
	 * not occupy a processor.
	 */
	private static final long PAUSE_NANOS = Duration.ofMillis(5).toNanos();

	/**
	 * Pause behind a change, so that somebody who removes the whole folder
	 * ({@code rm -r}) can do so before the file is made again.
	 */
	private static final long REMOVAL_NANOS = Duration.ofMillis(20).toNanos();

	private final Path folder;

	private final Path name;

	private volatile @Nullable WatchService service;

	private volatile boolean watched;

	/**
	 * Whether a thread is having the folder watched. It stays so if that thread is never
	 * answered.
	 */
	private final AtomicBoolean registering = new AtomicBoolean();

	private volatile boolean closed;

	public FolderWatch(Path file) {
		this.folder = file.resolveSibling("");
		this.name = file.getFileName();
	}

	/**
	 * Has the folder watched, unless it is. Returns immediately and throws nothing: a
	 * thread of its own does it, since the JDK's thread behind the watch never answers
	 * once an error has ended it.
	 */
	public void watch() {
		if (!this.watched && !this.closed && this.registering.compareAndSet(false, true)) {
			startOrForget(this::register);
		}
	}

	private void register() {
		try {
			WatchService open = this.service;
			if (open == null) {
				open = FileSystems.getDefault().newWatchService();
				this.service = open;
			}
			this.folder.register(open, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
			this.watched = true;
		}
		catch (IOException | RuntimeException ex) {
			// the path is checked every half second in any case
		}
		finally {
			this.registering.set(false);
			if (this.closed) {
				closeService();
			}
		}
	}

	private void startOrForget(Runnable task) {
		try {
			Thread thread = new Thread(task, "netraven-folder-watch");
			thread.setDaemon(true);
			thread.start();
		}
		catch (Throwable ex) {
			this.registering.set(false);
		}
	}

	/**
	 * Returns whether the operating system watches the folder.
	 * @return whether changes are noticed
	 */
	public boolean isWatching() {
		return this.watched;
	}

	/**
	 * Waits until the name comes to be or goes. Clears the interrupt status of the
	 * thread.
	 * @param nanos maximum time to wait in nanoseconds
	 * @return whether it may have come to be or gone
	 */
	public boolean await(long nanos) {
		long end = System.nanoTime() + nanos;
		boolean changed = false;
		for (long left = nanos; left > 0 && !changed; left = end - System.nanoTime()) {
			WatchService open = this.service;
			if (open == null || !this.watched) {
				LockSupport.parkNanos(this, left);
				Thread.interrupted();
			}
			else {
				changed = poll(open, left);
			}
		}
		return changed;
	}

	private boolean poll(WatchService open, long nanos) {
		try {
			WatchKey key = open.poll(nanos, TimeUnit.NANOSECONDS);
			if (key == null) {
				return false;
			}
			boolean changed = key.pollEvents().stream().anyMatch(this::isAboutTheName);
			this.watched = key.reset();
			LockSupport.parkNanos(this, (changed) ? REMOVAL_NANOS : PAUSE_NANOS);
			return changed || !this.watched;
		}
		catch (InterruptedException | ClosedWatchServiceException ex) {
			return false;
		}
	}

	private boolean isAboutTheName(WatchEvent<?> event) {
		return event.kind() == StandardWatchEventKinds.OVERFLOW || this.name.equals(event.context());
	}

	@Override
	public void close() {
		this.closed = true;
		if (this.service != null) {
			startOrForget(this::closeService);
		}
	}

	private void closeService() {
		WatchService open = this.service;
		try {
			if (open != null) {
				open.close();
			}
		}
		catch (IOException ex) {
			// its descriptors go with the process
		}
	}

}
