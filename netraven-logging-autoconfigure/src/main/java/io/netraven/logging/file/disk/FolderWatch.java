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
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * Notices when one name in a folder comes to be or goes. Where the operating system
 * cannot watch the folder, nothing is noticed. Thread-safe: the file thread has the
 * folder watched, which accesses the disk; another thread waits, which does not.
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

	private volatile boolean closed;

	public FolderWatch(Path file) {
		this.folder = file.resolveSibling("");
		this.name = file.getFileName();
	}

	/**
	 * Has the folder watched, unless it is. Must be called by the file thread.
	 * @throws IOException if it cannot be watched now
	 */
	public void watch() throws IOException {
		if (this.watched || this.closed) {
			return;
		}
		try {
			WatchService open = this.service;
			if (open == null) {
				open = FileSystems.getDefault().newWatchService();
				this.service = open;
			}
			this.folder.register(open, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
			this.watched = true;
		}
		catch (UnsupportedOperationException | ClosedWatchServiceException ex) {
			throw new IOException(ex);
		}
		finally {
			if (this.closed) {
				close();
			}
		}
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
