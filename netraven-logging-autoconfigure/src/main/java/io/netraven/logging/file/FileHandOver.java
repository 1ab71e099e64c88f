package io.netraven.logging.file;

import org.jspecify.annotations.Nullable;

/**
 * The file thread's side of the {@link WriteQueue}: it hands over files that it has
 * opened, says what is wrong with them, and takes the turn for lines that no caller will
 * write.
 *
 * @author NetRaven maintainers
 */
final class FileHandOver {

	private final QueueState state;

	FileHandOver(QueueState state) {
		this.state = state;
	}

	/**
	 * Take the turn if there is something that no caller will write. Otherwise callers
	 * may write again, and whoever waits for that is woken.
	 * @return whether this thread has the turn
	 */
	boolean takeTurn() {
		Wake wake;
		this.state.lock.lock();
		try {
			if (!this.state.turn.isFree() || !this.state.slot.canBeTried()) {
				return false;
			}
			this.state.slot.endFailure(this.state.written());
			if (!this.state.letCallersWrite() && this.state.looks.isTimeToWrite(this.state.isClosing())) {
				this.state.takeTurn(Writer.FILE_THREAD);
				return true;
			}
			wake = this.state.looks.pause() ? null : this.state.passTheTurnOn(null);
		}
		finally {
			this.state.lock.unlock();
		}
		Wake.all(wake);
		return false;
	}

	/**
	 * Whether callers count on the file thread to look for lines by itself.
	 * @return whether it must, within {@link FileThread#LOOK_NANOS}
	 */
	boolean mustLook() {
		return this.state.locked(this.state.looks::mustLook);
	}

	/**
	 * Have the next turn write to another file.
	 * @param next the file, open
	 */
	void offer(ActiveFile next) {
		this.state.locked(() -> {
			this.state.slot.offer(next);
			this.state.adoptOffered();
			return true;
		});
	}

	/**
	 * Note that the file cannot be opened or looked at. Callers stop waiting for it.
	 * @param problem what is wrong
	 */
	void fail(WriteDiagnosis problem) {
		Wake.all(this.state.locked(() -> {
			this.state.slot.fail(problem);
			this.state.stopCallers();
			return this.state.waiters.takeWritten(Long.MAX_VALUE);
		}));
	}

	/**
	 * Go on writing after a failure, or begin.
	 * @param next the file, open
	 * @param torn the batch of the write that failed
	 * @param landed how many of its bytes are in the file that it was written to
	 * @param goesOn whether the next byte follows there; otherwise the oldest line is
	 * written whole
	 * @return {@code false} if there is a turn on the former file, or was one since
	 * {@code torn} was looked at: then nothing changes
	 */
	boolean resume(ActiveFile next, @Nullable Batch torn, int landed, boolean goesOn) {
		return this.state.locked(() -> {
			if (!this.state.turn.isFree() || this.state.slot.torn() != torn) {
				return false;
			}
			if (torn != null && landed > 0) {
				this.state.landed(landed, this.state.slot.file());
			}
			PendingLines pending = this.state.pending;
			this.state.slot.resume(next, pending.tail(), !goesOn && pending.isInsideLine());
			if (!goesOn) {
				pending.rewindHead();
			}
			this.state.noteWaiting();
			return true;
		});
	}

	/**
	 * Take the turn away from a holder that hangs in a write to another file than the
	 * path names. Its batch is written again.
	 * @param next the file that the path names, open
	 * @param atLeast how many nanoseconds the holder must have been at it
	 * @return whether the turn was taken away
	 */
	boolean giveTurnUp(ActiveFile next, long atLeast) {
		return this.state.locked(() -> {
			if (this.state.turn.lasted(System.nanoTime()) < atLeast) {
				return false;
			}
			this.state.turn.giveUp();
			this.state.slot.replaceHung(next, this.state.pending.tail());
			this.state.pending.leaveHead();
			this.state.pending.rewindHead();
			this.state.stopCallers();
			this.state.leaveAllUnattended();
			return true;
		});
	}

	@Nullable ActiveFile current() {
		return this.state.locked(this.state.slot::current);
	}

	@Nullable Batch torn() {
		return this.state.locked(this.state.slot::torn);
	}

	/**
	 * Take out a file that no turn uses any more, to close it.
	 * @return the file, or {@code null} if there is none
	 */
	@Nullable ActiveFile pollRetired() {
		return this.state.slot.retired().poll();
	}

}
