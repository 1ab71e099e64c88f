package io.netraven.logging.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;

import io.netraven.logging.file.disk.FileOperations;
import io.netraven.logging.file.disk.OpenFile;
import org.jspecify.annotations.Nullable;

/**
 * A process of its own whose lines go to a FIFO that nobody reads, and which drains its
 * writer when it is terminated.
 */
public final class HungProcess {

	private static final String LINE = "x".repeat(1000);

	private HungProcess() {
	}

	public static void main(String[] args) throws IOException {
		LogFileSettings settings = TestWriter.settings(args[0], Delivery.valueOf(args[2]), 1024 * 1024,
				Duration.ofMillis(50));
		try (RandomAccessFile reader = new RandomAccessFile(args[1], "rw")) {
			LogFileWriter writer = LogFileWriter.capture(settings, TestWriter.limits(settings),
					(gap) -> TestWriter.bytes(gap.toString()), new LogFileListener() {
					}, operationsOn(args[1]));
			writer.open();
			Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(writer)));
			LogFileState awaited = LogFileState.WRITING;
			if (Boolean.parseBoolean(args[3])) {
				awaited = LogFileState.STALLED;
				startLogging(writer);
			}
			while (writer.status().state() != awaited) {
				Thread.onSpinWait();
			}
			System.out.println("READY");
			startLogging(writer);
			reader.length();
			while (true) {
				Thread.onSpinWait();
			}
		}
	}

	private static void startLogging(LogFileWriter writer) {
		new Thread(() -> log(writer, Integer.MAX_VALUE)).start();
	}

	private static void log(LogFileWriter writer, int lines) {
		for (int i = 0; i < lines; i++) {
			writer.append(TestWriter.bytes(LINE));
		}
	}

	private static void shutDown(LogFileWriter writer) {
		writer.closing();
		log(writer, 2);
		System.out.println("DRAINED " + writer.drain(Duration.ofSeconds(2)));
	}

	private static FileOperations operationsOn(String fifo) {
		return new FaultyOperations() {

			@Override
			public OpenFile open(Path path, @Nullable Object key) throws IOException {
				OpenFile file = super.open(path, key);
				FileOutputStream stream = new FileOutputStream(fifo);
				return new OpenFile() {

					@Override
					public void write(byte[] bytes, int offset, int length) throws IOException {
						stream.write(bytes, offset, length);
					}

					@Override
					public long size() throws IOException {
						return file.size();
					}

					@Override
					public byte[] read(long position, int length) throws IOException {
						return file.read(position, length);
					}

					@Override
					public void force() throws IOException {
						file.force();
					}

					@Override
					public void close() throws IOException {
						file.close();
					}

				};
			}

		};
	}

}
