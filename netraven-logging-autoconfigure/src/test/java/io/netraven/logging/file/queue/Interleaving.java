package io.netraven.logging.file.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.Gap;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.TestWriter;
import io.netraven.logging.file.daemon.TimeLimits;
import io.netraven.logging.file.queue.SteppedFile.InjectedError;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One random interleaving of callers, file thread and faults, repeatable by its seed.
 * After each step the invariants of the queue are checked.
 */
final class Interleaving implements AutoCloseable {

	private static final int WILD_STEPS = 120;

	private static final int MOST_STEPS = 5000;

	private final Random random;

	private final TestQueue queue;

	private final List<String> expected = new ArrayList<>();

	private final List<SteppedCaller> callers;

	private final SteppedFileThread fileThread;

	private int markers;

	private boolean signalled;

	private long written;

	Interleaving(long seed) {
		this.random = new Random(seed);
		Delivery delivery = (this.random.nextInt(4) != 0) ? Delivery.SYNC : Delivery.ASYNC;
		LogFileSettings settings = TestWriter.settings("log", delivery, 200 + this.random.nextInt(2000),
				TestWriter.LONG_WAIT);
		Duration stall = (this.random.nextInt(3) != 0) ? TestWriter.LONG_WAIT : Duration.ZERO;
		TimeLimits limits = new TimeLimits(stall, Duration.ofNanos(1), stall, stall, Duration.ZERO);
		this.queue = new TestQueue(settings, limits, this::marker);
		this.callers = IntStream.rangeClosed(1, 1 + this.random.nextInt(4))
			.mapToObj((i) -> new SteppedCaller("abcde".charAt(i) + "-", 6, this.random, this.queue, this.expected))
			.toList();
		this.fileThread = new SteppedFileThread(this.random, settings, limits, this.queue);
	}

	private byte[] marker(Gap gap) {
		if (this.random.nextInt(10) == 0) {
			throw new InjectedError();
		}
		return TestWriter.bytes(FileContent.marker(gap.lines()) + " as told by marker " + this.markers++);
	}

	void run() {
		for (int i = 0; i < WILD_STEPS; i++) {
			wildStep();
			checkInvariants();
		}
		if (this.random.nextInt(4) == 0) {
			this.queue.monitor.closing();
		}
		this.fileThread.calmDown();
		for (int i = 0; !isDone(); i++) {
			assertThat(i).as("steps until every line is written: %s", this.queue.facts()).isLessThan(MOST_STEPS);
			calmStep();
			checkInvariants();
		}
		assertThat(new FileContent(this.fileThread.disk.written).entries())
			.isEqualTo(FileContent.mergeLosses(this.expected.stream()));
		if (!this.queue.facts().closing()) {
			this.fileThread.checkFile(this.callers.stream().mapToInt((caller) -> caller.lostTurns).sum());
		}
	}

	private void wildStep() {
		int who = this.random.nextInt(this.callers.size() + 1);
		if (who == this.callers.size()) {
			stepFileThread(this.random.nextInt(4) == 0);
			return;
		}
		SteppedThread caller = this.callers.get(who).thread;
		if (!caller.isParked() && !caller.isEnded()) {
			caller.step();
		}
		else if (caller.isParked() && this.random.nextInt(10) == 0) {
			caller.endPatience();
		}
	}

	private void stepFileThread(boolean byItself) {
		if (!this.fileThread.asleep || this.signalled || this.fileThread.failing || byItself) {
			this.signalled &= !this.fileThread.asleep;
			this.fileThread.thread.step();
		}
	}

	private void calmStep() {
		List<SteppedThread> awake = this.callers.stream()
			.map((caller) -> caller.thread)
			.filter((thread) -> !thread.isParked() && !thread.isEnded())
			.toList();
		int who = this.random.nextInt(awake.size() + 1);
		if (who < awake.size()) {
			awake.get(who).step();
		}
		else {
			stepFileThread(!this.queue.facts().open() || this.queue.files.longestPause() < Long.MAX_VALUE);
		}
	}

	/**
	 * Returns whether nothing is left to do. An application that closes does not wait for
	 * a file that it has nothing to write to.
	 * @return whether every caller has returned, and every line is written
	 */
	private boolean isDone() {
		QueueFacts facts = this.queue.facts();
		return this.callers.stream().allMatch((caller) -> caller.thread.isEnded()) && facts.added() == facts.written()
				&& (facts.failure() == null || facts.closing());
	}

	private void checkInvariants() {
		this.callers.forEach((caller) -> caller.thread.comeBackIfWoken(this.queue));
		this.signalled |= this.queue.monitor.fileThread().await(0);
		QueueFacts facts = this.queue.facts();
		assertThat(facts.written()).as("written").isBetween(this.written, facts.added());
		this.written = facts.written();
		if (facts.open() && facts.added() > facts.written() && this.queue.monitor.turn.isFree()) {
			boolean fileThreadAwake = !this.fileThread.asleep || this.signalled || this.fileThread.failing
					|| this.queue.files.longestPause() < Long.MAX_VALUE;
			assertThat(fileThreadAwake || this.callers.stream().anyMatch(SteppedCaller::isAwake))
				.as("somebody awake for line %d: %s", facts.written() + 1, this)
				.isTrue();
		}
	}

	@Override
	public String toString() {
		return Stream.concat(this.callers.stream().map((caller) -> caller.thread), Stream.of(this.fileThread.thread))
			.toList()
			.toString();
	}

	@Override
	public void close() {
		this.callers.forEach((caller) -> caller.thread.cancel());
		this.fileThread.thread.cancel();
	}

}
