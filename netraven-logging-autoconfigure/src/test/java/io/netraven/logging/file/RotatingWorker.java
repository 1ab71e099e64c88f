package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import io.netraven.logging.file.disk.DiskOperations;

/**
 * A process of its own that logs lines and rotates its file after each hundred of them,
 * says what it meets, and ends with its standard input.
 */
public final class RotatingWorker {

	private static final int ROTATIONS = 5;

	private RotatingWorker() {
	}

	static String[] lines() {
		return IntStream.range(0, ROTATIONS * 100).mapToObj((i) -> "line " + i).toArray(String[]::new);
	}

	public static void main(String[] args) throws IOException {
		LogFileSettings settings = new LogFileSettings(args[0], Delivery.SYNC, 1024 * 1024, Duration.ofMinutes(1),
				Duration.ofMillis(200), PosixFilePermissions.fromString("rw-r-----"), null, UntrustedFolder.NOTE,
				Rotations.compressing(1_000_000));
		AtomicInteger rotations = new AtomicInteger();
		LogFileListener listener = new LogFileListener() {

			@Override
			public void failed(Outage outage) {
				System.out.println("FAILED " + outage.diagnosis());
			}

			@Override
			public void rotated(Path archive) {
				rotations.incrementAndGet();
			}

		};
		try (LogFileWriter writer = LogFileWriter.capture(settings, TestWriter.limits(settings),
				(gap) -> TestWriter.bytes(gap.toString()), listener, new DiskOperations())) {
			writer.open();
			String[] lines = lines();
			for (int i = 0; i < lines.length; i++) {
				writer.append(TestWriter.bytes(lines[i]));
				int before = rotations.get();
				while (i % 100 == 99 && rotations.get() == before) {
					writer.rotate();
					LockSupport.parkNanos(10_000_000);
				}
			}
			System.out.println("WRITTEN");
			while (System.in.read() >= 0) {
				Thread.onSpinWait();
			}
		}
	}

}
