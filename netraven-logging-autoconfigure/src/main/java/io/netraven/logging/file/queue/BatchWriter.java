package io.netraven.logging.file.queue;

import java.io.IOException;

import io.netraven.logging.file.Gap;
import io.netraven.logging.file.GapEncoder;
import io.netraven.logging.file.WriteDiagnosis;
import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.queue.GivenUpTurns.GivenUpTurn;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a turn that has been taken, up to its release. Used by the holder of the
 * turn; must be called without the lock.
 * <p>
 * Whatever is thrown, the turn is released, and nothing is allocated before that.
 */
final class BatchWriter {

	private final QueueMonitor queue;

	private final String path;

	private final GapEncoder gapEncoder;

	/**
	 * The diagnosis of a write that ends with neither success nor an {@code IOException}.
	 * Created in advance, because there may be no memory left for it.
	 */
	private final WriteDiagnosis brokenOff;

	BatchWriter(QueueMonitor queue, String path, GapEncoder gapEncoder) {
		this.queue = queue;
		this.path = path;
		this.gapEncoder = gapEncoder;
		this.brokenOff = IoProblems.brokenOff(path);
	}

	/**
	 * Writes the batch of the turn that the calling thread has taken. Does nothing if the
	 * turn has been given up since.
	 */
	void write() {
		WriteTurn turn = this.queue.turn;
		Batch batch = turn.batch();
		LiveFile target = turn.file();
		if (!turn.isStillMine()) {
			return;
		}
		turn.start();
		WriteDiagnosis problem = this.brokenOff;
		try {
			batch.assemble(this.gapEncoder);
			target.write(batch);
		}
		catch (IOException ex) {
			problem = IoProblems.of(this.path, ex);
		}
		finally {
			finish(batch, target, problem);
		}
	}

	/**
	 * Ends the turn of the calling thread if it still holds one because an error has kept
	 * it from writing.
	 */
	void breakOffIfMine() {
		WriteTurn turn = this.queue.turn;
		if (turn.isMine()) {
			Batch batch = turn.batch();
			LiveFile target = turn.file();
			if (turn.isStillMine()) {
				finish(batch, target, this.brokenOff);
			}
		}
	}

	private void finish(Batch batch, LiveFile target, WriteDiagnosis problem) {
		@Nullable Gap gap = (batch.isWritten()) ? batch.gap() : null;
		@Nullable Wakeups wakeups;
		synchronized (this.queue) {
			if (this.queue.turn.isGivenUp(batch)) {
				this.queue.givenUp.end(new GivenUpTurn(Thread.currentThread(), target));
				return;
			}
			boolean written = this.queue.endTurn(problem);
			boolean fileThreadIsDue = this.queue.adoptOffered() || target.size().isFull();
			wakeups = this.queue.wakeRules.afterTurn(fileThreadIsDue, !written);
		}
		if (gap != null) {
			this.queue.markedGaps().add(gap);
		}
		Wakeups.all(wakeups);
	}

}
