package io.netraven.logging.file;

import java.io.File;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import io.netraven.logging.file.disk.DiskOperations;

/**
 * A process of its own that logs numbered lines to a file that it rotates, and notes in a
 * memory-mapped file, which survives its death, which log calls have returned.
 */
public final class RotatingProcess {

	private RotatingProcess() {
	}

	static Process start(Path file, String name, long lines, long maxFileSize, Path returned) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-Xshare:auto", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
						RotatingProcess.class.getName(), file.toString(), name, String.valueOf(lines),
						String.valueOf(maxFileSize), returned.toString()));
		return builder.redirectErrorStream(true).redirectOutput(new File(returned + ".out")).start();
	}

	public static void main(String[] args) throws IOException {
		LogFileSettings settings = new LogFileSettings(args[0], Delivery.SYNC, 8 * 1024 * 1024, Duration.ofMinutes(1),
				Duration.ofSeconds(1), PosixFilePermissions.fromString("rw-r-----"), null, UntrustedFolder.NOTE,
				Rotations.compressing(Long.parseLong(args[3])));
		long lines = Long.parseLong(args[2]);
		try (FileChannel channel = FileChannel.open(Path.of(args[4]), StandardOpenOption.CREATE,
				StandardOpenOption.READ, StandardOpenOption.WRITE);
				LogFileWriter writer = LogFileWriter.capture(settings, TestWriter.limits(settings),
						(gap) -> TestWriter.bytes(gap.toString()), new LogFileListener() {
						}, new DiskOperations())) {
			MappedByteBuffer returned = channel.map(FileChannel.MapMode.READ_WRITE, 0, Long.BYTES);
			writer.open();
			while (writer.status().state() != LogFileState.WRITING) {
				Thread.onSpinWait();
			}
			for (long line = 1; line <= lines; line++) {
				writer.append(TestWriter.bytes(args[1] + " " + line + " " + "x".repeat((int) (line % 120))));
				returned.putLong(0, line);
			}
			if (writer.status().unconfirmed() != 0) {
				throw new IllegalStateException("unconfirmed: " + writer.status());
			}
		}
	}

}
