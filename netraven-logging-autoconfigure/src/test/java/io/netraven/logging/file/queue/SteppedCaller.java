package io.netraven.logging.file.queue;

import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;

import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.queue.SteppedFile.InjectedError;

/**
 * A thread that logs, by the steps of {@link LogFileWriter#append}: between any two of
 * them others may run.
 */
final class SteppedCaller {

	private static final String FILLER = "x".repeat(80);

	private final Random random;

	private final TestQueue queue;

	/**
	 * What the file must hold, in this order: lines, or {@code null} for a lost one.
	 */
	private final List<String> expected;

	private final int lines;

	final SteppedThread thread;

	/**
	 * Whether this thread is inside the log call, and answers for its line.
	 */
	private boolean logging;

	/**
	 * How many turns were given up before it began to write. No thread comes back from
	 * such a write, so nobody closes its file.
	 */
	int lostTurns;

	SteppedCaller(String name, int lines, Random random, TestQueue queue, List<String> expected) {
		this.random = random;
		this.queue = queue;
		this.expected = expected;
		this.lines = lines;
		this.thread = new SteppedThread(name, false, (thread) -> logLines(name));
	}

	private void logLines(String name) {
		for (int i = 0; i < this.lines; i++) {
			try {
				append(name + i + FILLER.substring(this.random.nextInt(FILLER.length())));
			}
			catch (InjectedError ex) {
				// the log call failed, its line did not
			}
			this.logging = false;
			this.thread.pause();
		}
	}

	private void append(String line) {
		Admission admission = this.queue.callers.admission;
		long position = add(line, (this.random.nextInt(5) != 0) ? (text) -> admission.add(text, 0)
				: (text) -> admission.addOrDrop(text, 0));
		while (position == Admission.NO_ROOM) {
			this.thread.pause();
			position = add(line, (this.random.nextInt(5) != 0) ? (text) -> admission.addAfterWaiting(text, 0)
					: (text) -> admission.addOrDrop(text, 0));
		}
		if (position == Admission.NOTHING_TO_WAIT_FOR) {
			return;
		}
		this.logging = true;
		boolean done = false;
		try {
			writeAfterPause();
			awaitWritten(position);
			done = true;
		}
		finally {
			if (!done) {
				this.queue.callers.abandon(position);
			}
		}
	}

	/**
	 * Lets others run, then writes if it is this thread's turn.
	 * @return whether it was
	 */
	private boolean writeAfterPause() {
		boolean taken = this.queue.isMyTurn();
		this.thread.pause();
		boolean mine = this.queue.isMyTurn();
		if (mine) {
			this.queue.write();
		}
		else if (taken) {
			this.lostTurns++;
		}
		return mine;
	}

	private long add(String line, ToLongFunction<byte[]> way) {
		long lost = this.queue.facts().linesLost();
		long position = way.applyAsLong(TestWriter.bytes(line));
		if (position != Admission.NO_ROOM) {
			this.expected.add((this.queue.facts().linesLost() == lost) ? line : null);
		}
		return position;
	}

	boolean isAwake() {
		return this.logging && !this.thread.isParked() && !this.thread.isGivenUp(this.queue);
	}

	private void awaitWritten(long position) {
		boolean patienceIsOver = false;
		while (!this.queue.monitor.isWritten(position)) {
			this.thread.pause();
			if (this.random.nextInt(100) == 0) {
				throw new InjectedError();
			}
			if (this.queue.callers.wait.await(position, patienceIsOver)) {
				return;
			}
			if (!writeAfterPause()) {
				patienceIsOver = this.thread.parkIn(this.queue);
			}
		}
	}

}
