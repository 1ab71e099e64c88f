package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;

import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileState;
import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.UntrustedFolder;

import org.springframework.util.unit.DataSize;

/**
 * What a line costs while its file cannot be written: as long as the buffer has room,
 * once it is full, and when the file is back. Prints one line for each, in nanoseconds.
 */
public final class OutageCost {

	private static final byte[] LINE = ("x".repeat(129) + "\n").getBytes();

	private static final int DROPPED = 200_000;

	private OutageCost() {
	}

	/**
	 * Measure twice; the first time is the warm-up.
	 * @param args size of the buffer in megabytes
	 * @throws IOException if the file cannot be kept from being written
	 */
	public static void main(String[] args) throws IOException {
		DataSize buffer = DataSize.ofMegabytes(Long.parseLong(args[0]));
		measure(buffer, LogFolder.file().resolveSibling("first"));
		measure(buffer, LogFolder.file().resolveSibling("second")).forEach(System.out::println);
	}

	private static Stream<String> measure(DataSize buffer, Path folder) throws IOException {
		Files.createFile(folder);
		try (LogFileWriter writer = LogFileWriter.capture(settings(folder.resolve("worker.log"), buffer.toBytes()),
				(gap) -> LINE, new LogFileListener() {
				})) {
			writer.open();
			await(writer, LogFileState.UNAVAILABLE);
			long kept = buffer.toBytes() / (LINE.length + 64);
			double nanosKept = append(writer, kept);
			while (writer.status().linesLost() == 0) {
				append(writer, 1);
			}
			double nanosDropped = append(writer, DROPPED);
			long waiting = writer.status().linesWaiting();
			Files.delete(folder);
			Files.createDirectory(folder);
			double nanosWritten = nanosUntilWritten(writer) / waiting;
			return Stream.of("kept " + nanosKept, "dropped " + nanosDropped, "written " + nanosWritten);
		}
	}

	private static LogFileSettings settings(Path file, long buffer) {
		return new LogFileSettings(file.toString(), Delivery.SYNC, buffer, Duration.ofMillis(50), Duration.ofSeconds(1),
				PosixFilePermissions.fromString("rw-r-----"), null, UntrustedFolder.NOTE,
				new RotationSettings(false, 0, RotationSettings.Period.NONE, false,
						RotationSettings.Limits.ofTotalSize(Long.MAX_VALUE), false, Duration.ZERO));
	}

	private static double append(LogFileWriter writer, long lines) {
		long before = System.nanoTime();
		for (long i = 0; i < lines; i++) {
			writer.append(LINE);
		}
		return (System.nanoTime() - before) / (double) lines;
	}

	private static double nanosUntilWritten(LogFileWriter writer) {
		while (writer.status().linesWritten() == 0) {
			Thread.onSpinWait();
		}
		long before = System.nanoTime();
		await(writer, LogFileState.WRITING);
		return System.nanoTime() - before;
	}

	private static void await(LogFileWriter writer, LogFileState state) {
		while (writer.status().state() != state) {
			Thread.onSpinWait();
		}
	}

}
