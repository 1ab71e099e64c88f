package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.nio.file.Path;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.archive.LogRotation;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.live.LeftFile;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.live.LogFilePath;
import io.netraven.logging.file.queue.FileThreadSide;
import org.jspecify.annotations.Nullable;

/**
 * Closes files that no turn uses any longer. Used by the file thread.
 */
final class FileCloser {

	private final FileOperations operations;

	private final Path path;

	private final FileThreadSide files;

	private final DiskCalls calls;

	private final LogRotation rotation;

	private final Forcing forcing;

	private final LogFileListener listener;

	FileCloser(FileOperations operations, LogFilePath path, FileThreadSide files, DiskCalls calls, LogRotation rotation,
			Forcing forcing, LogFileListener listener) {
		this.operations = operations;
		this.path = path.path();
		this.files = files;
		this.calls = calls;
		this.rotation = rotation;
		this.forcing = forcing;
		this.listener = listener;
	}

	void closeRetired() {
		LiveFile unused = this.files.pollRetired();
		while (unused != null) {
			close(unused);
			unused = this.files.pollRetired();
		}
	}

	void closeAll() {
		closeRetired();
		LiveFile file = this.files.currentIfUnused();
		if (file != null) {
			close(file);
		}
	}

	private void close(LiveFile file) {
		this.forcing.forceForTheLastTime(file);
		try {
			this.calls.timed("Closing", () -> {
				finish(file);
				return file;
			});
		}
		catch (IOException ex) {
			// this process no longer writes to it
		}
		@Nullable Path archive = file.archive();
		if (archive != null) {
			this.rotation.closed(archive, file.size().own());
			this.rotation.tend();
		}
	}

	/**
	 * Ends a fragment and closes the file. The file is closed even if that fails, so that
	 * no descriptor leaks.
	 * @param file the file to close
	 * @throws IOException if any of it has failed
	 */
	private void finish(LiveFile file) throws IOException {
		try {
			file.endFragment();
			if (file.isLeft()) {
				this.listener.followed(LeftFile.left(file, this.path, this.operations));
			}
		}
		finally {
			file.close();
		}
	}

}
