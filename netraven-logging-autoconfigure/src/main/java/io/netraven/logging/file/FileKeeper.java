package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.netraven.logging.file.FileOperations.FileFacts;
import org.jspecify.annotations.Nullable;

/**
 * What the file thread does with the file: open it, follow its path, archive it, close
 * what is not used any more. Every call may hang with the disk, so whoever comes back
 * asks whether it is still in charge before it hands anything over.
 *
 * @author NetRaven maintainers
 */
final class FileKeeper {

	private final FileOperations operations;

	private final FileOpener opener;

	private final QueueMonitor queue;

	private final FileThreadSide files;

	private final FileRequests requests;

	private final TimeLimits limits;

	private final @Nullable LogRotation rotation;

	private final Consumer<Consumer<LogFileListener>> news;

	/**
	 * Whether others have been seen to write to this file: they may do so again before
	 * the rest of a line is written, so a line that was torn is written again whole.
	 */
	private volatile boolean shared;

	FileKeeper(FileOperations operations, FileOpener opener, QueueMonitor queue, FileThreadSide files,
			FileRequests requests, TimeLimits limits, @Nullable LogRotation rotation,
			Consumer<Consumer<LogFileListener>> news) {
		this.limits = limits;
		this.operations = operations;
		this.opener = opener;
		this.queue = queue;
		this.files = files;
		this.requests = requests;
		this.rotation = rotation;
		this.news = news;
	}

	/**
	 * Open the file, for the first time or after a failure.
	 * @param inCharge whether the result still counts
	 * @return whether lines can be tried on it
	 */
	boolean open(BooleanSupplier inCharge) {
		try {
			LiveFile next = this.requests.timed("Opening", this::openFile);
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

	private LiveFile openFile() throws IOException {
		if (this.rotation != null && this.files.current() == null) {
			this.rotation.beforeOpening(this.opener.path());
		}
		LiveFile next = this.opener.open();
		askForRotation(next, next.size());
		this.requests.noteFreeSpace(this.operations.freeSpace(this.opener.path()));
		return next;
	}

	private void askForRotation(LiveFile file, long size) {
		if (this.rotation != null && size < this.rotation.limit()) {
			file.askAfter(this.rotation.limit() - size);
		}
	}

	private boolean resume(LiveFile next, BooleanSupplier inCharge) throws IOException {
		LiveFile former = this.files.current();
		Batch torn = this.files.torn();
		boolean same = former != null && next.isSameFileAs(former);
		if (former != null && same && torn == null) {
			next.close();
			return this.files.resume(former, torn, 0, true);
		}
		PartialWrite landed = (former != null && torn != null)
				? this.requests.timed("Reading", () -> former.landed(torn)) : PartialWrite.NOTHING;
		if (former != null && former.key() != null && !same && former.archive() == null) {
			leave(former);
		}
		this.shared |= !landed.last();
		boolean goesOn = same && landed.last() && !this.shared;
		if (former != null && goesOn) {
			next.continueAfter(former);
		}
		return inCharge.getAsBoolean() && (this.files.resume(next, torn, landed.bytes(), goesOn) || replaceHung(next));
	}

	boolean isRotationAsked() {
		LiveFile file = this.files.current();
		return this.requests.isRotationAsked() || (file != null && file.isFull());
	}

	/**
	 * Look whether the path still names the file, and whether it is time to archive it.
	 * @param inCharge whether the result still counts
	 */
	void check(BooleanSupplier inCharge) {
		LiveFile file = this.files.current();
		try {
			Path path = this.opener.path();
			long end = (file != null) ? file.end() : 0;
			long lines = (file != null) ? file.lines() : 0;
			Optional<FileFacts> facts = this.requests.timed("Looking at", () -> look(path));
			if (file == null || !inCharge.getAsBoolean()) {
				return;
			}
			if (facts.isEmpty() || !file.is(facts.get())) {
				moveOn(file, inCharge);
				return;
			}
			noteSize(file, end, lines, facts.get().size());
			archiveIfDue(path, file, facts.get(), inCharge);
		}
		catch (IOException ex) {
			fail(ex, inCharge);
		}
	}

	private void fail(IOException ex, BooleanSupplier inCharge) {
		if (inCharge.getAsBoolean()) {
			this.files.fail(this.opener.diagnosis(ex));
		}
	}

	private Optional<FileFacts> look(Path path) throws IOException {
		try {
			this.requests.noteFreeSpace(this.operations.freeSpace(path));
			return Optional.of(this.operations.look(path));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
	}

	private void noteSize(LiveFile file, long end, long lines, long size) {
		long missing = file.missing(end, size);
		if (missing > 0) {
			followed(LeftFile.cut(file, missing, size));
		}
		file.seenWith(lines);
		this.shared |= file.hasGrownByOthers();
	}

	private void archiveIfDue(Path path, LiveFile file, FileFacts facts, BooleanSupplier inCharge) throws IOException {
		LogRotation logRotation = this.rotation;
		if (logRotation == null) {
			return;
		}
		logRotation.tend();
		if (!logRotation.isDue(facts, this.requests.takeRotate()) || this.queue.facts().isStalled()) {
			askForRotation(file, facts.size());
			return;
		}
		file.askAfter(Long.MAX_VALUE);
		Optional<Path> archive = this.requests.timed("Renaming", () -> logRotation.archive(path));
		if (archive.isPresent()) {
			file.archivedAs(archive.get());
			moveOn(file, inCharge);
		}
	}

	private void moveOn(LiveFile file, BooleanSupplier inCharge) throws IOException {
		LiveFile next;
		try {
			next = this.requests.timed("Opening", this::openFile);
		}
		catch (IOException ex) {
			if (file.archive() == null) {
				throw ex;
			}
			return;
		}
		if (!inCharge.getAsBoolean()) {
			next.close();
			return;
		}
		if (this.queue.facts().isStalled()) {
			replaceHung(next);
			return;
		}
		Path archive = file.archive();
		this.files.offer(next);
		if (archive == null) {
			leave(file);
		}
		else {
			this.news.accept((listener) -> listener.rotated(archive));
		}
	}

	private void followed(String what) {
		this.news.accept((listener) -> listener.followed(what));
	}

	private void leave(LiveFile file) {
		file.leave();
		if (this.rotation != null) {
			this.rotation.begin();
		}
	}

	private boolean replaceHung(LiveFile next) throws IOException {
		LiveFile former = this.files.current();
		boolean anotherFile = former != null && !next.isSameFileAs(former);
		if (anotherFile && this.files.giveTurnUp(next, this.limits.giveUp().toNanos())) {
			followed("a write to it did not return, and another file has taken its place");
			return true;
		}
		next.close();
		return false;
	}

	void noteUnexpected(Throwable ex) {
		this.files.fail(IoProblems.unexpected(this.opener.file(), ex));
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
		LiveFile file = this.files.current();
		if (file != null && this.queue.isTurnFree()) {
			close(file);
		}
	}

	private void close(LiveFile file) {
		try {
			this.requests.timed("Closing", () -> {
				file.endFragment();
				if (file.isLeft()) {
					followed(LeftFile.left(file, this.opener.path(), this.operations));
				}
				file.close();
				return file;
			});
		}
		catch (IOException ex) {
			// nothing of ours is written to it any more
		}
		Path archive = file.archive();
		if (archive != null && this.rotation != null) {
			this.rotation.closed(archive, file.size());
			this.rotation.tend();
		}
	}

}
