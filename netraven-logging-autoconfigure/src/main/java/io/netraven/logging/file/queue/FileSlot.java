package io.netraven.logging.file.queue;

import java.util.ArrayDeque;
import java.util.Queue;

import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.live.LiveFile;
import org.jspecify.annotations.Nullable;

/**
 * The file that turns write to. One idea: a place for exactly one file, with the rules by
 * which its successor takes that place between two turns and what it has left behind is
 * kept until it can be closed. All methods must be called with the lock of the
 * {@link QueueMonitor} held.
 */
final class FileSlot {

	/**
	 * Files that no turn uses any longer. Closed by the file thread only.
	 */
	private final Queue<LiveFile> retired = new ArrayDeque<>();

	private final FileFailure failure = new FileFailure();

	/**
	 * Changes only while the turn is free, or when a turn is given up.
	 */
	private @Nullable LiveFile file;

	/**
	 * Replaces {@link #file} at the end of the present turn.
	 */
	private @Nullable LiveFile offered;

	/**
	 * Whether {@link #offered} is to be reserved for the file thread then.
	 */
	private boolean offeredReserved;

	/**
	 * The former file while {@link #file} is reserved for the file thread, which copies
	 * lines of the one to the other. No turn is taken while it is set.
	 */
	private @Nullable LiveFile source;

	/**
	 * The batch of a failed write, until it is known how much of it was written. No turn
	 * is taken while it is set.
	 */
	private @Nullable Batch torn;

	boolean isOpen() {
		return this.file != null;
	}

	/**
	 * Returns whether callers may rely on the file.
	 * @return {@code false} from the first error to the end of the recovery
	 */
	boolean isWritable() {
		return this.file != null && !this.failure.exists();
	}

	/**
	 * Returns whether the file thread may write to the file.
	 * @return {@code true} also during the recovery
	 */
	boolean canBeTried() {
		return this.file != null && this.torn == null && this.source == null
				&& (!this.failure.exists() || this.failure.isRecovering());
	}

	LiveFile file() {
		if (this.file == null) {
			throw new IllegalStateException("No file is open");
		}
		return this.file;
	}

	@Nullable LiveFile current() {
		return this.file;
	}

	@Nullable Batch torn() {
		return this.torn;
	}

	FileFailure failure() {
		return this.failure;
	}

	/**
	 * Notes that a write has failed. The batch is torn only while there is a failure,
	 * whatever error strikes: only a failure has it looked at.
	 * @param batch the batch of the write
	 * @param problem what is wrong
	 */
	void tear(Batch batch, WriteDiagnosis problem) {
		this.failure.begin(problem);
		this.torn = batch;
	}

	/**
	 * Begins the recovery. The file must be open, and it must be known what became of the
	 * failed write.
	 * @param next the file, possibly the present one
	 * @param backlog position of the newest line that had piled up
	 * @param insideLine whether the former file ends inside a line that will be written
	 * again
	 */
	void resume(LiveFile next, long backlog, boolean insideLine) {
		this.torn = null;
		if (next != this.file) {
			offer(next, false);
			adoptOffered(insideLine);
		}
		this.failure.recover(backlog);
	}

	void offer(LiveFile next, boolean reserved) {
		retireOffered();
		this.offered = next;
		this.offeredReserved = reserved;
	}

	private void retireOffered() {
		if (this.offered != null) {
			this.retired.add(this.offered);
			this.offered = null;
		}
	}

	boolean isOffered(LiveFile next) {
		return this.offered == next;
	}

	boolean hasOffered() {
		return this.offered != null;
	}

	/**
	 * Prepares the offered file to continue where the present one leaves off, if they are
	 * the same file. Must be called between two turns, neither of which has failed.
	 */
	void continueIfSame() {
		if (this.file != null && this.offered != null && this.torn == null && this.file.isSameFileAs(this.offered)) {
			this.offered.takeOverFrom(this.file);
		}
	}

	/**
	 * Switches to the offered file. Must be called between two turns.
	 * @param insideLine whether the former file ends inside a line that will be written
	 * again
	 * @return whether a file was offered
	 */
	boolean adoptOffered(boolean insideLine) {
		if (this.offered == null || this.torn != null) {
			return false;
		}
		release();
		if (this.file != null) {
			if (insideLine && !this.file.isSameFileAs(this.offered)) {
				this.file.startFragment();
			}
			this.source = this.file;
		}
		this.file = this.offered;
		this.offered = null;
		if (!this.offeredReserved) {
			release();
		}
		return true;
	}

	boolean isReserved() {
		return this.source != null;
	}

	/**
	 * Allows turns on a file that was reserved.
	 */
	void release() {
		if (this.source != null) {
			this.retired.add(this.source);
			this.source = null;
		}
	}

	/**
	 * Switches to another file while a write to the present one does not return. The
	 * present one is left to that write.
	 * @param next the other file
	 * @param backlog position of the newest line that had piled up
	 */
	void replaceHung(LiveFile next, long backlog) {
		retireOffered();
		this.file = next;
		this.failure.recover(backlog);
	}

	void retire(LiveFile unused) {
		this.retired.add(unused);
	}

	/**
	 * Returns the files to be closed.
	 * @return files that no turn uses any longer
	 */
	Queue<LiveFile> retired() {
		return this.retired;
	}

}
