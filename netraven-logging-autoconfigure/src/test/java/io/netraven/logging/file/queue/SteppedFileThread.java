package io.netraven.logging.file.queue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.daemon.TestFileThread;
import io.netraven.logging.file.daemon.TimeLimits;
import io.netraven.logging.file.queue.SteppedFile.InjectedError;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The file thread in an interleaving: each time that it is woken, it makes one round on a
 * {@link SteppedOperations disk in memory}.
 */
final class SteppedFileThread {

	private static final Duration UNTIL_DUE = Duration.ofSeconds(1);

	private final Random random;

	private final TestQueue queue;

	private final TestFileThread rounds;

	final SteppedOperations disk;

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

	SteppedFileThread(Random random, LogFileSettings settings, TimeLimits limits, TestQueue queue) {
		this.random = random;
		this.queue = queue;
		this.disk = new SteppedOperations(Path.of(settings.file()).toAbsolutePath(), random, queue);
		this.rounds = new TestFileThread(settings, limits, queue.monitor, queue.files, this.disk);
		this.thread = new SteppedThread("file", true, (thread) -> run());
	}

	private void run() {
		while (true) {
			if (this.calm || this.random.nextBoolean()) {
				this.rounds.pass(UNTIL_DUE);
			}
			this.disk.beginRound();
			this.rounds.round();
			@Nullable WriteFailure failure = this.queue.facts().failure();
			if (failure != null && failure.diagnosis().reason().contains("unexpected error")) {
				assertThat(failure.diagnosis().reason()).contains(InjectedError.class.getSimpleName());
			}
			this.failing = failure != null;
			this.asleep = true;
			this.thread.pause();
			this.asleep = false;
		}
	}

	/**
	 * Makes a last, whole round, and checks that it leaves the file open that the path
	 * names, and no other.
	 * @param notClosed the number of former files that nobody closes
	 */
	void checkFile(int notClosed) {
		finishRound();
		this.thread.step();
		finishRound();
		assertThat(this.disk.isNamed(this.queue.files.current())).as("the path names the open file").isTrue();
		assertThat(this.disk.descriptors()).as("open files").isEqualTo(1 + notClosed);
	}

	private void finishRound() {
		while (!this.asleep) {
			this.thread.step();
		}
	}

	void calmDown() {
		this.calm = true;
		this.disk.calmDown();
	}

}
