package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.archive.LogRotation;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.live.LeftFile;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.live.LogFilePath;
import io.netraven.logging.file.queue.FileThreadSide;

/**
 * Checks whether the open file is still the one to write to: that the path names it, that
 * it was not truncated, and that it is not due for rotation. Used by the file thread; as
 * in {@link FileKeeper}, every call may hang with the disk.
 */
final class PathFollower {

	private final FileOperations operations;

	private final Path path;

	private final FileKeeper keeper;

	private final FileThreadSide files;

	private final FileRequests requests;

	private final DiskCalls calls;

	private final LogRotation rotation;

	private final Recovery recovery;

	private final NextFile nextFile;

	private final LogFileListener listener;

	PathFollower(FileOperations operations, LogFilePath path, FileKeeper keeper, FileThreadSide files,
			FileRequests requests, DiskCalls calls, LogRotation rotation, Recovery recovery, NextFile nextFile,
			LogFileListener listener) {
		this.operations = operations;
		this.path = path.path();
		this.keeper = keeper;
		this.files = files;
		this.requests = requests;
		this.calls = calls;
		this.rotation = rotation;
		this.recovery = recovery;
		this.nextFile = nextFile;
		this.listener = listener;
	}

	/**
	 * Ends a hand-over to the next file as soon as nobody writes to the former one.
	 * @param inCharge whether the calling thread is still in charge
	 */
	void showNextFile(BooleanSupplier inCharge) {
		this.nextFile.finishRescue(inCharge);
		if (this.nextFile.problem() == null) {
			this.nextFile.showWhenDue(inCharge);
		}
	}

	boolean isRotationAsked() {
		LiveFile file = this.files.current();
		return !this.nextFile.isHidden() && (this.requests.isRotationAsked() || (file != null && file.size().isFull()));
	}

	/**
	 * Checks the path once.
	 * @param inCharge whether the calling thread is still in charge
	 */
	void check(BooleanSupplier inCharge) {
		LiveFile file = this.files.current();
		if (file == null) {
			return;
		}
		this.nextFile.showWhenDue(inCharge);
		if (this.nextFile.isHidden()) {
			this.rotation.tend();
			return;
		}
		try {
			long end = file.size().end();
			long lines = file.lines();
			Optional<FileFacts> facts = this.calls.timed("Looking at", this::look);
			if (!inCharge.getAsBoolean()) {
				return;
			}
			if (facts.isEmpty() || !file.is(facts.get())) {
				this.requests.takeReopen();
				this.nextFile.moveOn(file, facts.isEmpty(), inCharge);
				return;
			}
			noteSize(file, end, lines, facts.get().size());
			if (this.requests.takeReopen()) {
				this.nextFile.reopen(inCharge);
				return;
			}
			archiveIfDue(file, facts.get(), inCharge);
		}
		catch (IOException ex) {
			this.keeper.fail(ex, inCharge);
		}
	}

	private Optional<FileFacts> look() throws IOException {
		try {
			this.keeper.lookAtFreeSpace();
			return Optional.of(this.operations.look(this.path));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
	}

	private void noteSize(LiveFile file, long end, long lines, long size) {
		long others = file.size().others();
		long missing = file.size().missing(end, size);
		if (file.size().others() > Math.max(0, others)) {
			this.recovery.notePeers();
		}
		if (missing > 0) {
			this.listener.followed(LeftFile.cut(file, missing, size));
		}
		file.seenWith(lines, Math.min(end, size));
	}

	private void archiveIfDue(LiveFile file, FileFacts facts, BooleanSupplier inCharge) throws IOException {
		this.rotation.tend();
		if (this.files.isWriteStalled() || !this.rotation.isDue(facts, this.requests.takeRotate())) {
			this.keeper.limit(file, facts.size());
			return;
		}
		file.size().neverFull();
		this.nextFile.rotate(file, inCharge);
	}

}
