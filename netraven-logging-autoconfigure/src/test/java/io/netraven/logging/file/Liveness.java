package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whether a writer does all of its work again, a moment after what kept it from it is
 * over: its threads live, lines flow, it rotates, it follows its path, and closing it
 * writes what is left.
 */
final class Liveness {

	/**
	 * Stands for one second and one call to the disk, on a busy machine.
	 */
	static final Duration SOON = Duration.ofSeconds(5);

	private Liveness() {
	}

	/**
	 * Checks a writer, and closes it.
	 * @param rig the writer, which takes no other lines meanwhile
	 */
	static void assertWorksAndCloses(WriterRig rig) throws InterruptedException {
		assertWorks(rig);
		append(rig, "the last line");
		rig.writer.close();
		assertThat(rig.content()).contains("the last line\n");
		soon(() -> assertThat(rig.threads()).doesNotContain("netraven-log-file", "netraven-log-watch"));
	}

	static void assertWorks(WriterRig rig) throws InterruptedException {
		soon(() -> assertThat(rig.threads()).contains("netraven-log-file", "netraven-log-watch"));
		soon(() -> assertThat(rig.status().state()).as("%s", rig.status()).isEqualTo(LogFileState.WRITING));
		append(rig, "a line");
		// a rotation that was asked for earlier may have archived it
		soon(() -> assertThat(rig.folder.lines()).contains("a line"));
		assertRotates(rig);
		assertFollows(rig);
	}

	private static void assertRotates(WriterRig rig) {
		int archives = rig.folder.archives().size();
		rig.writer.rotate();
		soon(() -> assertThat(rig.folder.archives()).as("archives").hasSizeGreaterThan(archives));
	}

	private static void assertFollows(WriterRig rig) {
		soon(() -> delete(rig));
		soon(() -> {
			append(rig, "a line after the deletion");
			assertThat(rig.content()).contains("a line after the deletion\n");
		});
	}

	private static void delete(WriterRig rig) throws IOException {
		assertThat(Files.deleteIfExists(rig.folder.live())).as("There is a file to delete").isTrue();
	}

	static void soon(ThrowingRunnable assertion) {
		MachineTime.within(SOON, patiently(), assertion);
	}

	/**
	 * Waits for as long as a busy machine may take. An error that has ended a thread is
	 * not taken for the test's own.
	 * @return what waits
	 */
	static ConditionFactory patiently() {
		return await().dontCatchUncaughtExceptions().atMost(TestWriter.LONG_WAIT);
	}

	/**
	 * Appends on a thread of its own: a turn that is never given back would hold this
	 * one.
	 * @param rig the writer
	 * @param line the line
	 */
	private static void append(WriterRig rig, String line) throws InterruptedException {
		Thread caller = new Thread(() -> rig.append(line), "caller");
		caller.setDaemon(true);
		caller.start();
		caller.join(TimeUnit.MINUTES.toMillis(1));
		assertThat(caller.isAlive()).as("append(\"%s\") still runs: %s", line, List.of(caller.getStackTrace()))
			.isFalse();
	}

}
