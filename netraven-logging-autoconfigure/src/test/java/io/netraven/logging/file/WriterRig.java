package io.netraven.logging.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.netraven.logging.file.daemon.TimeLimits;

/**
 * A writer on a file called {@code worker.log}, with settings, a gap encoder and a
 * listener of a test's choice, and with what it must not leave behind.
 */
final class WriterRig implements AutoCloseable {

	static final int BUFFER_SIZE = 8 * 1024 * 1024;

	static final LogFileListener DEAF = new LogFileListener() {
	};

	private static final Path OPEN_FILES = Path.of("/proc/self/fd");

	final FaultyOperations faults = new FaultyOperations();

	final LogFolder folder;

	final LogFileWriter writer;

	private final Set<Thread> others = liveThreads();

	private WriterRig(Path folder, LogFileSettings settings, TimeLimits limits, GapEncoder encoder,
			LogFileListener listener) {
		this.folder = new LogFolder(folder);
		this.writer = LogFileWriter.capture(settings, limits, encoder, listener, this.faults);
		this.writer.open();
	}

	static WriterRig open(Path folder, LogFileSettings settings) {
		return open(folder, settings, WriterRig::marker, DEAF);
	}

	static WriterRig open(Path folder, LogFileSettings settings, GapEncoder encoder, LogFileListener listener) {
		return open(folder, settings, TestWriter.limits(settings), encoder, listener);
	}

	static WriterRig open(Path folder, LogFileSettings settings, TimeLimits limits, GapEncoder encoder,
			LogFileListener listener) {
		return new WriterRig(folder, settings, limits, encoder, listener);
	}

	static LogFileSettings settings(Path folder, Delivery delivery, RotationSettings rotation) {
		return settings(folder, delivery, BUFFER_SIZE, Duration.ofMillis(200), rotation);
	}

	static LogFileSettings settings(Path folder, Delivery delivery, long bufferSize, Duration maxRetryInterval,
			RotationSettings rotation) {
		return new LogFileSettings(folder.resolve("worker.log").toString(), delivery, bufferSize, Duration.ofMillis(50),
				maxRetryInterval, PosixFilePermissions.fromString("rw-r-----"), null, UntrustedFolder.NOTE, rotation);
	}

	static byte[] marker(Gap gap) {
		return TestWriter.bytes("GAP " + gap.lines() + " " + gap.reason());
	}

	void append(String line) {
		this.writer.append(TestWriter.bytes(line));
	}

	LogFileStatus status() {
		return this.writer.status();
	}

	/**
	 * Returns the content of the file, as far as there is one at this moment.
	 * @return the content
	 */
	String content() {
		try {
			return Files.readString(this.folder.live(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return "";
		}
	}

	/**
	 * Returns the names of this writer's threads that live.
	 * @return the names
	 */
	Set<String> threads() {
		return liveThreads().stream()
			.filter((thread) -> !this.others.contains(thread))
			.map(Thread::getName)
			.collect(Collectors.toSet());
	}

	private static Set<Thread> liveThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("netraven-log-"))
			.collect(Collectors.toSet());
	}

	/**
	 * Counts this process's descriptors of files in a folder, deleted ones included.
	 * @param folder the folder
	 * @return how many there are
	 */
	static long descriptors(Path folder) {
		try (Stream<Path> open = Files.list(OPEN_FILES)) {
			return open.filter((file) -> isIn(folder, file)).count();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static boolean isIn(Path folder, Path descriptor) {
		try {
			return Files.readSymbolicLink(descriptor).startsWith(folder);
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Closes the writer and waits for its threads. Without it one of them may still put a
	 * file into the folder of a test while that is deleted.
	 */
	@Override
	public void close() {
		FaultyCall.endAll(this.faults);
		this.writer.close();
		Liveness.patiently().until(() -> threads().isEmpty());
	}

}
