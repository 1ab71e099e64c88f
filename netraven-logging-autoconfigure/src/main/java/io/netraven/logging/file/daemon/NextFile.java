package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.archive.LogRotation;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.live.HiddenFile;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.live.LogFilePath;
import io.netraven.logging.file.queue.FileThreadSide;
import org.jspecify.annotations.Nullable;

/**
 * Hands over from a live file to the next one. A new file has a hidden name until no turn
 * uses the former one. Used by the file thread; any thread may call {@link #problem}.
 */
final class NextFile {

	private final Path path;

	private final HiddenFile hiddenFile;

	private final FileKeeper keeper;

	private final FileThreadSide files;

	private final DiskCalls calls;

	private final LogRotation rotation;

	private final Recovery recovery;

	private final Rescue rescue;

	private final LogFileListener listener;

	/**
	 * The file that has the hidden name, from the moment that it is offered to the queue
	 * until it is shown.
	 */
	private volatile @Nullable HandOver handOver;

	private volatile @Nullable WriteDiagnosis problem;

	NextFile(LogFilePath path, HiddenFile hiddenFile, FileKeeper keeper, FileThreadSide files, DiskCalls calls,
			LogRotation rotation, Recovery recovery, Rescue rescue, LogFileListener listener) {
		this.path = path.path();
		this.hiddenFile = hiddenFile;
		this.keeper = keeper;
		this.files = files;
		this.calls = calls;
		this.rotation = rotation;
		this.recovery = recovery;
		this.rescue = rescue;
		this.listener = listener;
	}

	@Nullable WriteDiagnosis problem() {
		return this.problem;
	}

	boolean isHidden() {
		return this.handOver != null;
	}

	/**
	 * Archives the live file and moves on to a new one. The new one is created first: if
	 * that fails, nothing has changed.
	 * @param file the live file
	 * @param inCharge whether the calling thread is still in charge
	 * @throws IOException if the path cannot be followed
	 */
	void rotate(LiveFile file, BooleanSupplier inCharge) throws IOException {
		Optional<LiveFile> next;
		try {
			next = (this.rotation.isLink()) ? Optional.empty() : this.calls.timed("Opening", this.keeper::openHidden);
		}
		catch (IOException ex) {
			this.rotation.failed(ex);
			return;
		}
		Optional<Path> archive = Optional.empty();
		try {
			archive = this.calls.timed("Renaming", () -> this.rotation.archive(this.path));
		}
		finally {
			if (next.isPresent() && archive.isEmpty()) {
				next.get().close();
			}
		}
		if (archive.isPresent()) {
			file.archivedAs(archive.get());
			moveOnTo(next, file, inCharge);
		}
	}

	/**
	 * Moves on to the file that the path names now. If it names none, a new one is
	 * created.
	 * @param file the former file
	 * @param gone whether the path names no file
	 * @param inCharge whether the calling thread is still in charge
	 * @throws IOException if no file can be opened
	 */
	void moveOn(LiveFile file, boolean gone, BooleanSupplier inCharge) throws IOException {
		Optional<LiveFile> hidden = (gone) ? this.calls.timed("Opening", this.keeper::openHiddenIfGone)
				: Optional.empty();
		moveOnTo(hidden, file, inCharge);
	}

	/**
	 * Opens the file that the path names once more, although it is the live file.
	 * @param inCharge whether the calling thread is still in charge
	 * @throws IOException if it cannot be opened, or is not used and cannot be closed
	 */
	void reopen(BooleanSupplier inCharge) throws IOException {
		LiveFile next = this.calls.timed("Opening", this.keeper::openFile);
		if (inCharge.getAsBoolean() && !this.files.isWriteStalled()) {
			this.files.offer(next, false);
		}
		else {
			next.close();
		}
	}

	private void moveOnTo(Optional<LiveFile> hidden, LiveFile file, BooleanSupplier inCharge) throws IOException {
		LiveFile next = (hidden.isPresent()) ? hidden.get() : this.calls.timed("Opening", this.keeper::openFile);
		if (!inCharge.getAsBoolean()) {
			next.close();
			return;
		}
		if (this.files.isWriteStalled()) {
			replaceHung(next, hidden.isPresent());
			return;
		}
		boolean rescued = false;
		boolean used = false;
		try {
			rescued = hidden.isPresent() && this.rescue.begin(file, next, inCharge);
			used = inCharge.getAsBoolean();
		}
		finally {
			if (!used) {
				next.close();
			}
		}
		if (!used) {
			return;
		}
		if (hidden.isPresent()) {
			this.handOver = new HandOver(next, file.archive());
		}
		else if (file.archive() != null) {
			this.listener.rotated(file.archive());
		}
		this.files.offer(next, rescued);
		if (file.archive() == null) {
			this.keeper.leave(file);
		}
		finishRescue(inCharge);
		showWhenDue(inCharge);
	}

	/**
	 * Copies the last lines of a removed file as soon as nobody writes to it.
	 * @param inCharge whether the calling thread is still in charge
	 */
	void finishRescue(BooleanSupplier inCharge) {
		this.rescue.finishIfDue(inCharge);
	}

	/**
	 * Moves on while a write to the former file does not return: nobody can wait for its
	 * end.
	 * @param next the open file
	 * @param hidden whether it has the hidden name
	 * @throws IOException if it is not used
	 */
	private void replaceHung(LiveFile next, boolean hidden) throws IOException {
		boolean shown = false;
		try {
			shown = !hidden || this.calls.timed("Renaming", this::show);
		}
		finally {
			if (!shown) {
				next.close();
			}
		}
		this.recovery.replaceHung(next);
	}

	/**
	 * Gives the hidden file its name once no turn uses the former file, or once a turn
	 * that does has not ended in time.
	 * @param inCharge whether the calling thread is still in charge
	 */
	void showWhenDue(BooleanSupplier inCharge) {
		HandOver due = this.handOver;
		if (due == null || (this.files.isOffered(due.next()) && !this.files.isWriteStalled())) {
			return;
		}
		try {
			long lines = due.next().lines();
			long end = due.next().size().own();
			this.calls.timed("Renaming", this::show);
			if (inCharge.getAsBoolean()) {
				due.next().seenWith(lines, end);
				end(due);
			}
		}
		catch (IOException ex) {
			fail(ex);
		}
	}

	private boolean show() throws IOException {
		try {
			this.hiddenFile.show();
		}
		catch (FileAlreadyExistsException ex) {
			archiveHidden();
		}
		return true;
	}

	/**
	 * Archives the hidden file in place of showing it, because somebody else has created
	 * a live file: the next look at the path moves on to that.
	 */
	private void archiveHidden() throws IOException {
		Path archive = this.rotation.archiveLeft(this.hiddenFile.path(), true);
		HandOver due = this.handOver;
		if (due != null) {
			due.next().archivedAs(archive);
		}
	}

	private void end(HandOver done) {
		this.handOver = null;
		this.problem = null;
		if (done.archive() != null) {
			this.listener.rotated(done.archive());
		}
	}

	private void fail(IOException ex) {
		WriteDiagnosis diagnosis = new WriteDiagnosis(
				"the new file cannot be given its name (%s): lines go on into %s".formatted(IoProblems.words(ex),
						this.hiddenFile.path()),
				"Give this process the right to rename files in the folder; it is tried again.");
		if (this.problem == null) {
			this.listener.degraded(diagnosis);
		}
		this.problem = diagnosis;
	}

	/**
	 * A change of files whose second half is still to be done.
	 *
	 * @param next the file that has the hidden name
	 * @param archive the path of the former file if it was archived
	 */
	private record HandOver(LiveFile next, @Nullable Path archive) {

	}

}
