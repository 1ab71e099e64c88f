package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.live.RescuedLines;
import io.netraven.logging.file.queue.FileThreadSide;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is written again because the live file was removed: the lines that were
 * written to it since the path was last found to name it, among them all that came behind
 * its removal. Not for a file that has other names or other writers. Used by the file
 * thread.
 * <p>
 * Most of the lines are copied while the removed file is still written to. The rest
 * follows once nobody writes to it any more, while the new file is reserved.
 */
final class Rescue {

	/**
	 * Maximum number of copies before the new file is offered. Each has what has come
	 * during the one before.
	 */
	private static final int MAX_PASSES = 10;

	private final FileOperations operations;

	private final FileThreadSide files;

	private final DiskCalls calls;

	private final Recovery recovery;

	private volatile @Nullable Unfinished unfinished;

	/**
	 * The latest file that was copied from. Never a second time: the thread that did it
	 * before may hang in that.
	 */
	private volatile @Nullable LiveFile begun;

	Rescue(FileOperations operations, FileThreadSide files, DiskCalls calls, Recovery recovery) {
		this.operations = operations;
		this.files = files;
		this.calls = calls;
		this.recovery = recovery;
	}

	/**
	 * Copies what is there now, if lines are to be rescued.
	 * @param removed the former file, which may still be written to
	 * @param next the new file, which nobody else writes to yet
	 * @param inCharge whether the calling thread is still in charge
	 * @return whether the rest is still to be copied, so that the new file must be
	 * reserved
	 */
	boolean begin(LiveFile removed, LiveFile next, BooleanSupplier inCharge) {
		RescuedLines lines = linesToRescue(removed, next);
		if (lines == null || !copyMost(lines, removed, next, inCharge) || !inCharge.getAsBoolean()) {
			return false;
		}
		this.unfinished = new Unfinished(lines, removed, next);
		return true;
	}

	private @Nullable RescuedLines linesToRescue(LiveFile removed, LiveFile next) {
		if (this.begun == removed) {
			return null;
		}
		this.begun = removed;
		try {
			boolean due = next.size().own() == 0 && removed.archive() == null && !this.recovery.hasPeers()
					&& this.calls.timed("Looking at", () -> removed.isOursAlone() && isRemoved(removed));
			return (due) ? this.calls.timed("Reading", () -> new RescuedLines(removed)) : null;
		}
		catch (IOException ex) {
			removed.noteRescueProblem(IoProblems.words(ex));
			return null;
		}
	}

	private boolean isRemoved(LiveFile file) {
		Object key = file.key();
		Path name = (key != null) ? this.operations.nameOf(key) : null;
		return name != null && name.toString().isEmpty();
	}

	private boolean copyMost(RescuedLines lines, LiveFile removed, LiveFile next, BooleanSupplier inCharge) {
		boolean copied = true;
		long bytes = Long.MAX_VALUE;
		for (int pass = 0; pass < MAX_PASSES && copied && bytes > RescuedLines.CHUNK; pass++) {
			bytes = copy(lines, removed, next, inCharge);
			copied = bytes >= 0;
		}
		return copied;
	}

	private long copy(RescuedLines lines, LiveFile removed, LiveFile next, BooleanSupplier inCharge) {
		try {
			return this.calls.timed("Copying", () -> lines.copyTo(next, () -> {
				this.calls.nextStep();
				return inCharge.getAsBoolean();
			}));
		}
		catch (IOException ex) {
			removed.noteRescueProblem(IoProblems.words(ex));
			return -1;
		}
	}

	/**
	 * Copies the rest once nobody writes to the removed file any more, and has the new
	 * file written to from then on.
	 * @param inCharge whether the calling thread is still in charge
	 */
	void finishIfDue(BooleanSupplier inCharge) {
		Unfinished due = this.unfinished;
		if (due == null || this.files.isOffered(due.next)) {
			return;
		}
		try {
			if (due.begin() && this.files.isReserved(due.next)) {
				copy(due.lines, due.removed, due.next, inCharge);
			}
		}
		finally {
			if (inCharge.getAsBoolean()) {
				this.unfinished = null;
				this.files.release();
			}
		}
	}

	/**
	 * Copies all lines that are to be rescued, after a failure.
	 * @param removed the former file
	 * @param next the file that the path names, which is not used yet
	 * @param inCharge whether the calling thread is still in charge
	 */
	void copyAtOnce(LiveFile removed, LiveFile next, BooleanSupplier inCharge) {
		if (this.files.currentIfUnused() != removed) {
			return;
		}
		Unfinished due = this.unfinished;
		this.unfinished = null;
		boolean goesOn = due != null && due.removed == removed && due.next.isSameFileAs(next) && due.begin();
		RescuedLines lines = (due != null && goesOn) ? due.lines : linesToRescue(removed, next);
		if (lines != null) {
			copy(lines, removed, next, inCharge);
		}
	}

	/**
	 * A copy whose rest is still to be made.
	 */
	private static final class Unfinished {

		private final RescuedLines lines;

		private final LiveFile removed;

		private final LiveFile next;

		private volatile boolean begun;

		Unfinished(RescuedLines lines, LiveFile removed, LiveFile next) {
			this.lines = lines;
			this.removed = removed;
			this.next = next;
		}

		/**
		 * Begins to copy the rest.
		 * @return {@code false} if a thread has begun before that was replaced since
		 */
		boolean begin() {
			boolean first = !this.begun;
			this.begun = true;
			return first;
		}

	}

}
