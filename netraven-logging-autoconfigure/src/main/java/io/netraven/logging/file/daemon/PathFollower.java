package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.archive.LogRotation;
import io.netraven.logging.file.disk.FileFacts;
import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.live.LeftFile;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.live.LogFilePath;
import io.netraven.logging.file.queue.FileThreadSide;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the path still names the open file and whether the file is due to be
 * archived, and moves on to the next file. Used by the file thread; as in
 * {@link FileKeeper}, every call may hang with the disk.
 *
 * @author NetRaven maintainers
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

	private final LogFileListener listener;

	private volatile @Nullable WriteDiagnosis problem;

	PathFollower(FileOperations operations, LogFilePath path, FileKeeper keeper, FileThreadSide files,
			FileRequests requests, DiskCalls calls, LogRotation rotation, Recovery recovery, LogFileListener listener) {
		this.operations = operations;
		this.path = path.path();
		this.keeper = keeper;
		this.files = files;
		this.requests = requests;
		this.calls = calls;
		this.rotation = rotation;
		this.recovery = recovery;
		this.listener = listener;
	}

	boolean isRotationAsked() {
		LiveFile file = this.files.current();
		return this.requests.isRotationAsked() || (file != null && file.size().isFull());
	}

	/**
	 * Looks at the path once.
	 * @param inCharge whether the result still counts
	 */
	void check(BooleanSupplier inCharge) {
		LiveFile file = this.files.current();
		if (file == null) {
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
				moveOn(file, inCharge);
				return;
			}
			noteSize(file, end, lines, facts.get().size());
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
		file.seenWith(lines);
	}

	private void archiveIfDue(LiveFile file, FileFacts facts, BooleanSupplier inCharge) throws IOException {
		this.rotation.tend();
		if (!this.rotation.isDue(facts, this.requests.takeRotate()) || this.files.isWriteStalled()) {
			this.keeper.limit(file, facts.size());
			return;
		}
		file.size().neverFull();
		Optional<Path> archive = this.calls.timed("Renaming", () -> this.rotation.archive(this.path));
		if (archive.isPresent()) {
			file.archivedAs(archive.get());
			moveOn(file, inCharge);
		}
	}

	private void goOnInArchive(LiveFile file, IOException ex) {
		WriteDiagnosis diagnosis = new WriteDiagnosis(
				"%s was archived, and no new file can be opened (%s): lines go on into %s".formatted(this.path,
						IoProblems.words(ex), file.archive()),
				"Give this process the right to create files in the folder; it is tried again.");
		if (this.problem == null) {
			this.listener.degraded(diagnosis);
		}
		this.problem = diagnosis;
	}

	@Nullable WriteDiagnosis problem() {
		return this.problem;
	}

	private void moveOn(LiveFile file, BooleanSupplier inCharge) throws IOException {
		LiveFile next;
		try {
			next = this.calls.timed("Opening", this.keeper::openFile);
		}
		catch (IOException ex) {
			if (file.archive() == null) {
				throw ex;
			}
			goOnInArchive(file, ex);
			return;
		}
		this.problem = null;
		if (!inCharge.getAsBoolean()) {
			next.close();
			return;
		}
		if (this.files.isWriteStalled()) {
			this.recovery.replaceHung(next);
			return;
		}
		Path archive = file.archive();
		this.files.offer(next);
		if (archive == null) {
			this.keeper.leave(file);
		}
		else {
			this.listener.rotated(archive);
		}
	}

}
