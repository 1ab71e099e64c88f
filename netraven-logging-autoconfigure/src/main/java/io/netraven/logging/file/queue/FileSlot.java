package io.netraven.logging.file.queue;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.live.LiveFile;
import org.jspecify.annotations.Nullable;

/**
 * The file that turns write to, and what keeps it from taking lines. Guarded by the lock
 * of the {@link QueueMonitor}.
 *
 * @author NetRaven maintainers
 */
final class FileSlot {

	private static final long NOT_YET = Long.MAX_VALUE;

	/**
	 * Files that no turn uses any more. Only the file thread closes them.
	 */
	private final Queue<LiveFile> retired = new ConcurrentLinkedQueue<>();

	/**
	 * Changes only while the turn is free, or with a turn that is given up.
	 */
	private @Nullable LiveFile file;

	/**
	 * Takes the place of {@link #file} at the end of the present turn.
	 */
	private @Nullable LiveFile offered;

	/**
	 * The batch of a write that failed, until it is known how much of it landed. Nobody
	 * takes a turn while it is set.
	 */
	private @Nullable Batch torn;

	/**
	 * Why the file takes no lines: from the first error until the lines that had piled up
	 * when the file could be opened again are written.
	 */
	private @Nullable WriteFailure failure;

	/**
	 * With this position written, the failure is over.
	 */
	private long recoveredAt = NOT_YET;

	boolean isOpen() {
		return this.file != null;
	}

	/**
	 * Whether a caller may count on the file.
	 * @return {@code false} from the first error to the end of the recovery
	 */
	boolean isWritable() {
		return this.file != null && this.failure == null;
	}

	/**
	 * Whether the file thread may try to write.
	 * @return {@code true} also during the recovery
	 */
	boolean canBeTried() {
		return this.file != null && this.torn == null && (this.failure == null || this.recoveredAt != NOT_YET);
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

	@Nullable WriteFailure failure() {
		return this.failure;
	}

	void tear(Batch batch, WriteDiagnosis problem) {
		this.torn = batch;
		fail(problem);
	}

	void fail(WriteDiagnosis problem) {
		WriteFailure previous = this.failure;
		this.failure = (previous != null) ? previous.goesOn(problem) : new WriteFailure(problem, Instant.now());
		this.recoveredAt = NOT_YET;
	}

	/**
	 * Begin the recovery: the file is open, and it is known what became of the write that
	 * failed.
	 * @param next the file, perhaps the present one
	 * @param backlog position of the newest line that had piled up
	 * @param insideLine whether the former file ends in the middle of a line that will be
	 * written again
	 */
	void resume(LiveFile next, long backlog, boolean insideLine) {
		this.torn = null;
		if (next != this.file) {
			offer(next);
			adoptOffered(insideLine);
		}
		this.recoveredAt = (this.failure != null) ? backlog : NOT_YET;
	}

	void endFailure(long written) {
		if (written >= this.recoveredAt) {
			this.failure = null;
			this.recoveredAt = NOT_YET;
		}
	}

	void offer(LiveFile next) {
		if (this.offered != null) {
			this.retired.add(this.offered);
		}
		this.offered = next;
	}

	boolean hasOffered() {
		return this.offered != null;
	}

	/**
	 * Go over to the file that is offered, at the boundary of a turn.
	 * @param insideLine whether the former file ends in the middle of a line that will be
	 * written again
	 * @return whether there was one
	 */
	boolean adoptOffered(boolean insideLine) {
		if (this.offered == null || this.torn != null) {
			return false;
		}
		if (this.file != null) {
			if (insideLine && !this.file.isSameFileAs(this.offered)) {
				this.file.startFragment();
			}
			this.retired.add(this.file);
		}
		this.file = this.offered;
		this.offered = null;
		return true;
	}

	/**
	 * Go over to another file while the present one has a turn on it that does not come
	 * back. Whoever comes back late retires that file.
	 * @param next the other file
	 * @param backlog position of the newest line that had piled up
	 */
	void replaceHung(LiveFile next, long backlog) {
		if (this.offered != null) {
			this.retired.add(this.offered);
			this.offered = null;
		}
		this.file = next;
		this.recoveredAt = (this.failure != null) ? backlog : NOT_YET;
	}

	void retire(LiveFile unused) {
		this.retired.add(unused);
	}

	Queue<LiveFile> retired() {
		return this.retired;
	}

}
