package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.archive.LogRotation;
import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.disk.UnwritableFileException;
import io.netraven.logging.file.live.FileOpener;
import io.netraven.logging.file.live.LeftFile;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.live.LogFilePath;
import io.netraven.logging.file.live.PartialWrite;
import io.netraven.logging.file.queue.FileThreadSide;
import org.jspecify.annotations.Nullable;

/**
 * Opens the file, recovers from failed writes, and closes files that are not used any
 * more. Used by the file thread. Every call may hang with the disk, so a caller that
 * comes back asks whether it is still in charge before it hands anything over.
 *
 * @author NetRaven maintainers
 */
final class FileKeeper {

	private final FileOperations operations;

	private final LogFilePath path;

	private final FileOpener opener;

	private final FileThreadSide files;

	private final DiskCalls calls;

	private final LogRotation rotation;

	private final LogFileListener listener;

	private final long giveUpNanos;

	/**
	 * Whether others have been seen to write to this file: they may do so again before
	 * the rest of a line is written, so a line that was torn is written again whole.
	 */
	private volatile boolean shared;

	private volatile long freeSpace = -1;

	FileKeeper(FileOperations operations, LogFilePath path, FileOpener opener, FileThreadSide files, DiskCalls calls,
			LogRotation rotation, LogFileListener listener, TimeLimits limits) {
		this.operations = operations;
		this.path = path;
		this.opener = opener;
		this.files = files;
		this.calls = calls;
		this.rotation = rotation;
		this.listener = listener;
		this.giveUpNanos = limits.giveUp().toNanos();
	}

	/**
	 * Opens the file, for the first time or after a failure.
	 * @param inCharge whether the result still counts
	 * @return whether lines can be tried on it
	 */
	boolean open(BooleanSupplier inCharge) {
		try {
			LiveFile next = this.calls.timed("Opening", this::openFile);
			if (!inCharge.getAsBoolean()) {
				next.close();
				return false;
			}
			return resume(next, inCharge);
		}
		catch (IOException ex) {
			fail(ex, inCharge);
			return false;
		}
	}

	LiveFile openFile() throws IOException {
		if (this.files.current() == null) {
			this.path.requireUsable();
			this.rotation.beforeOpening(this.path.path());
		}
		LiveFile next = this.opener.open();
		limit(next, next.size().own());
		lookAtFreeSpace();
		return next;
	}

	void limit(LiveFile file, long size) {
		if (size < this.rotation.limit()) {
			file.size().fullAfter(this.rotation.limit() - size);
		}
	}

	void lookAtFreeSpace() throws IOException {
		this.freeSpace = this.operations.freeSpace(this.path.path());
	}

	long freeSpace() {
		return this.freeSpace;
	}

	private boolean resume(LiveFile next, BooleanSupplier inCharge) throws IOException {
		LiveFile former = this.files.current();
		Batch torn = this.files.torn();
		boolean same = former != null && next.isSameFileAs(former);
		if (former != null && same && torn == null) {
			next.close();
			return this.files.resume(former, torn, 0, true);
		}
		PartialWrite part = (former != null && torn != null) ? this.calls.timed("Reading", () -> former.partOf(torn))
				: PartialWrite.NOTHING;
		if (former != null && former.key() != null && !same && former.archive() == null) {
			leave(former);
		}
		this.shared |= !part.last();
		boolean goesOn = same && part.last() && !this.shared;
		if (former != null && goesOn) {
			next.continueAfter(former);
		}
		return inCharge.getAsBoolean() && (this.files.resume(next, torn, part.bytes(), goesOn) || replaceHung(next));
	}

	void leave(LiveFile file) {
		file.leave();
		this.rotation.begin();
	}

	void noteOthers(LiveFile file) {
		this.shared |= file.size().hasGrownByOthers();
	}

	/**
	 * Goes over to another file while a write to the present one does not return.
	 * @param next the file that the path names now, open
	 * @return whether the write was given up; otherwise {@code next} is closed
	 * @throws IOException if it cannot be closed
	 */
	boolean replaceHung(LiveFile next) throws IOException {
		LiveFile former = this.files.current();
		boolean anotherFile = former != null && !next.isSameFileAs(former);
		if (anotherFile && this.files.giveTurnUp(next, this.giveUpNanos)) {
			this.listener.followed("a write to it did not return, and another file has taken its place");
			return true;
		}
		next.close();
		return false;
	}

	void fail(IOException ex, BooleanSupplier inCharge) {
		if (inCharge.getAsBoolean()) {
			this.files.fail((ex instanceof UnwritableFileException unwritable) ? unwritable.diagnosis()
					: IoProblems.of(this.path.text(), ex));
		}
	}

	void noteUnexpected(Throwable ex) {
		this.files.fail(IoProblems.unexpected(this.path.text(), ex));
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
		try {
			this.calls.timed("Closing", () -> {
				file.endFragment();
				if (file.isLeft()) {
					this.listener.followed(LeftFile.left(file, this.path.path(), this.operations));
				}
				file.close();
				return file;
			});
		}
		catch (IOException ex) {
			// nothing of ours is written to it any more
		}
		@Nullable Path archive = file.archive();
		if (archive != null) {
			this.rotation.closed(archive, file.size().own());
			this.rotation.tend();
		}
	}

}
