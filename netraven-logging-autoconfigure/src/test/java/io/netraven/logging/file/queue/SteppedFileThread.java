package io.netraven.logging.file.queue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.netraven.logging.file.buffer.Batch;
import io.netraven.logging.file.disk.IoProblems;
import io.netraven.logging.file.live.LiveFile;
import io.netraven.logging.file.live.PartialWrite;
import io.netraven.logging.file.queue.SteppedFile.InjectedError;

/**
 * The file thread's part in an interleaving: it opens, fails, follows, gives up and
 * writes as the file thread does, at random.
 */
final class SteppedFileThread {

	private final Random random;

	private final TestQueue queue;

	final List<SteppedFile> files = new ArrayList<>();

	final SteppedThread thread;

	/**
	 * Whether it sleeps until its signal or its next try.
	 */
	boolean asleep;

	/**
	 * Whether it will wake by itself to try the file again.
	 */
	boolean failing;

	/**
	 * Whether nothing fails or moves any more.
	 */
	private boolean calm;

	SteppedFileThread(Random random, TestQueue queue) {
		this.random = random;
		this.queue = queue;
		this.thread = new SteppedThread("file", (thread) -> run());
	}

	private void run() {
		while (true) {
			try {
				attend();
				while (this.queue.files.takeTurn()) {
					this.thread.pause();
					this.queue.write();
				}
			}
			catch (InjectedError ex) {
				this.queue.files.fail(IoProblems.unexpected("log", ex));
				this.failing = true;
			}
			closeRetired();
			this.failing &= this.queue.facts().failure() != null;
			this.asleep = true;
			this.thread.pause();
			this.asleep = false;
		}
	}

	private void closeRetired() {
		LiveFile unused = this.queue.files.pollRetired();
		while (unused != null) {
			try {
				unused.endFragment();
			}
			catch (IOException | InjectedError ex) {
				// the fragment stays
			}
			unused = this.queue.files.pollRetired();
		}
	}

	private void attend() {
		QueueFacts facts = this.queue.facts();
		if (facts.failure() != null || !facts.open()) {
			this.failing = true;
			if (this.calm || this.random.nextInt(3) == 0) {
				tryToOpen();
			}
		}
		else if (!this.calm) {
			lookAround();
		}
	}

	private void lookAround() {
		int what = this.random.nextInt(12);
		if (what < 2) {
			this.queue.files.offer(newFile().open());
		}
		else if (what == 2) {
			this.queue.files.fail(IoProblems.brokenOff("log"));
			this.failing = true;
		}
		else if (what < 6) {
			LiveFile next = newFile().open();
			if (!giveUp(next)) {
				this.queue.files.offer(next);
			}
		}
	}

	private void tryToOpen() {
		boolean moved = this.files.isEmpty() || (!this.calm && this.random.nextInt(4) == 0);
		SteppedFile file = (moved) ? newFile() : this.files.get(this.files.size() - 1);
		LiveFile former = this.queue.files.current();
		Batch torn = this.queue.files.torn();
		LiveFile opened = file.open();
		boolean same = former != null && opened.isSameFileAs(former);
		LiveFile next = (former != null && same && torn == null) ? former : opened;
		PartialWrite part = (torn != null && former != null) ? former.partOf(torn) : PartialWrite.NOTHING;
		boolean goesOn = same && part.last();
		if (former != null && goesOn && next != former) {
			next.continueAfter(former);
		}
		this.thread.pause();
		if (!this.queue.files.resume(next, torn, part.bytes(), goesOn) && !same) {
			giveUp(next);
		}
	}

	private boolean giveUp(LiveFile next) {
		boolean given = this.queue.files.giveTurnUp(next, 1);
		if (given) {
			this.files.subList(0, this.files.size() - 1).forEach(SteppedFile::giveUp);
		}
		return given;
	}

	void calmDown() {
		this.calm = true;
		this.files.forEach((file) -> file.failures = 0);
	}

	private SteppedFile newFile() {
		SteppedFile file = new SteppedFile(this.random);
		file.failures = (this.calm) ? 0 : this.random.nextInt(3) * 100;
		this.files.add(file);
		return file;
	}

}
