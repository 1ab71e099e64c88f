package io.netraven.logging.file.daemon;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.live.PartialWrite;
import io.netraven.logging.file.queue.FileThreadSide;
import org.jspecify.annotations.Nullable;

/**
 * Resumes writing after a write that has failed or does not return. Used by the file
 * thread.
 */
final class Recovery {

	private static final long PEERS_REMEMBERED_NANOS = Duration.ofMinutes(1).toNanos();

	private final FileThreadSide files;

	private final DiskCalls calls;

	private final LogFileListener listener;

	private final long giveUpNanos;

	/**
	 * {@link System#nanoTime()} at which other processes were last seen to write to this
	 * file. They may do so again before the rest of a line is written, so for a while a
	 * torn line is written again from its beginning.
	 */
	private volatile long peersSeenAt;

	private volatile boolean peersSeen;

	Recovery(FileThreadSide files, DiskCalls calls, LogFileListener listener, TimeLimits limits) {
		this.files = files;
		this.calls = calls;
		this.listener = listener;
		this.giveUpNanos = limits.giveUp().toNanos();
	}

	void notePeers() {
		this.peersSeenAt = System.nanoTime();
		this.peersSeen = true;
	}

	boolean hasPeers() {
		return this.peersSeen && System.nanoTime() - this.peersSeenAt < PEERS_REMEMBERED_NANOS;
	}

	/**
	 * Resumes with the file that the path names.
	 * @param next the file, newly opened
	 * @param inCharge whether the calling thread is still in charge
	 * @return whether the file may be written to
	 * @throws IOException if {@code next} is not used and cannot be closed
	 */
	boolean resume(LiveFile next, BooleanSupplier inCharge) throws IOException {
		LiveFile former = this.files.current();
		Batch torn = this.files.torn();
		boolean same = former != null && next.isSameFileAs(former);
		if (former != null && same && torn == null) {
			next.close();
			return this.files.resume(former, torn, 0, true);
		}
		PartialWrite part = partOf(former, torn, next);
		boolean goesOn = same && part.last() && !hasPeers();
		if (former != null && same) {
			next.size().grownTo(former.size().end() + part.bytes());
		}
		if (former != null && goesOn) {
			next.continueAfter(former);
		}
		boolean resumed = inCharge.getAsBoolean()
				&& (this.files.resume(next, torn, part.bytes(), goesOn) || replaceHung(next));
		if (!inCharge.getAsBoolean()) {
			next.close();
		}
		return resumed;
	}

	private PartialWrite partOf(@Nullable LiveFile former, @Nullable Batch torn, LiveFile next) throws IOException {
		if (former == null || torn == null) {
			return PartialWrite.NOTHING;
		}
		PartialWrite part = null;
		try {
			part = this.calls.timed("Reading", () -> former.partOf(torn));
			return part;
		}
		finally {
			if (part == null) {
				next.close();
			}
		}
	}

	/**
	 * Switches to another file while a write to the present one does not return.
	 * @param next the file that the path names now, open
	 * @return whether the write was given up; otherwise {@code next} has been closed
	 * @throws IOException if {@code next} is not used and cannot be closed
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

}
