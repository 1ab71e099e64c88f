package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.netraven.logging.file.archive.LogRotation;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.disk.UnwritableFileException;
import io.netraven.logging.file.live.FileOpener;
import io.netraven.logging.file.live.HiddenFile;
import io.netraven.logging.file.live.HiddenFile.Content;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.live.LogFilePath;
import io.netraven.logging.file.queue.FileThreadSide;
import org.jspecify.annotations.Nullable;

/**
 * Opens the file. Used by the file thread. Every call may hang with the disk, so a thread
 * that returns from one must check that it is still in charge before it hands anything
 * over.
 */
final class FileKeeper {

	private final FileOperations operations;

	private final LogFilePath path;

	private final FileOpener opener;

	private final HiddenFile hidden;

	private final FileThreadSide files;

	private final DiskCalls calls;

	private final LogRotation rotation;

	private final Recovery recovery;

	private final Rescue rescue;

	private volatile long freeSpace = -1;

	private volatile @Nullable Instant opened;

	FileKeeper(FileOperations operations, LogFilePath path, FileOpener opener, HiddenFile hidden, FileThreadSide files,
			DiskCalls calls, LogRotation rotation, Recovery recovery, Rescue rescue) {
		this.operations = operations;
		this.path = path;
		this.opener = opener;
		this.hidden = hidden;
		this.files = files;
		this.calls = calls;
		this.rotation = rotation;
		this.recovery = recovery;
		this.rescue = rescue;
	}

	/**
	 * Opens the file, for the first time or after a failure.
	 * @param inCharge whether the calling thread is still in charge
	 * @return whether the file may be written to
	 */
	boolean open(BooleanSupplier inCharge) {
		try {
			LiveFile next = this.calls.timed("Opening", this::openFile);
			if (!inCharge.getAsBoolean()) {
				next.close();
				return false;
			}
			LiveFile former = this.files.current();
			if (former != null && former.isOtherThan(next) && former.archive() == null) {
				rescue(former, next, inCharge);
				leave(former);
			}
			return this.recovery.resume(next, inCharge);
		}
		catch (IOException ex) {
			fail(ex, inCharge);
			return false;
		}
	}

	private void rescue(LiveFile former, LiveFile next, BooleanSupplier inCharge) throws IOException {
		boolean done = false;
		try {
			this.rescue.copyAtOnce(former, next, inCharge);
			done = true;
		}
		finally {
			if (!done) {
				next.close();
			}
		}
	}

	LiveFile openFile() throws IOException {
		if (this.files.current() == null) {
			this.path.requireUsable();
			this.rotation.beforeOpening(this.path.path());
			tidyHiddenIfPossible();
		}
		lookAtFreeSpace();
		LiveFile next = this.opener.open();
		return noteOpened(next);
	}

	private LiveFile noteOpened(LiveFile next) {
		limit(next, next.size().own());
		this.opened = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		return next;
	}

	/**
	 * Opens a new file with the hidden name.
	 * @return the file, or empty if the hidden name cannot be used: the file that has it
	 * is the live file of another process, or is not ours
	 * @throws IOException if a new file cannot be opened
	 */
	Optional<LiveFile> openHidden() throws IOException {
		Content left = tidyHidden();
		if (left != Content.NOTHING && left != Content.EMPTY) {
			return Optional.empty();
		}
		return Optional.of(noteOpened(this.opener.openHidden()));
	}

	/**
	 * Opens a new file with the hidden name while the path names none.
	 * @return as {@link #openHidden}; empty also if the path names a file now, or is a
	 * link that leads to none
	 * @throws IOException if a new file cannot be opened
	 */
	Optional<LiveFile> openHiddenIfGone() throws IOException {
		return (this.hidden.isShadowed()) ? Optional.empty() : openHidden();
	}

	private void tidyHiddenIfPossible() {
		try {
			tidyHidden();
		}
		catch (IOException ex) {
			// opening the file will show what is wrong
		}
	}

	/**
	 * Frees the hidden name from what a hand-over has left that was cut short.
	 * @return what has the hidden name now
	 * @throws IOException if it cannot be freed
	 */
	private Content tidyHidden() throws IOException {
		Content content = this.hidden.content();
		switch (content) {
			case SHOWN -> this.hidden.forget();
			case LEFT -> this.rotation.archiveLeft(this.hidden.path(), false);
			default -> {
				return content;
			}
		}
		return this.hidden.content();
	}

	/**
	 * Sets the size at which a file is due for rotation.
	 * @param file the file
	 * @param size the present size of the file in bytes
	 */
	void limit(LiveFile file, long size) {
		if (size < this.rotation.limit()) {
			file.size().fullAfter(this.rotation.limit() - size);
		}
	}

	/**
	 * Determines the free space of the volume. A failure to do so is not a failure of the
	 * file.
	 */
	void lookAtFreeSpace() {
		try {
			this.freeSpace = this.operations.freeSpace(this.path.path());
			this.rotation.noteFreeSpace(this.freeSpace);
		}
		catch (IOException ex) {
			this.freeSpace = -1;
		}
	}

	@Nullable String folderNote() {
		return this.opener.folderNote();
	}

	@Nullable Instant opened() {
		return this.opened;
	}

	long freeSpace() {
		return this.freeSpace;
	}

	void leave(LiveFile file) {
		file.leave();
		this.rotation.begin();
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

}
