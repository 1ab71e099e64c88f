package io.netraven.logging.file;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process of its own that logs numbered lines from several threads, and notes in a
 * memory-mapped file, which survives its death, which log calls have returned.
 */
public final class LoggingProcess {

	private static final Pattern LINE = Pattern.compile("(p\\d+-\\d+ (\\d+) (x*)\\.)$");

	private final Process process;

	private final MappedByteBuffer returned;

	private LoggingProcess(Process process, MappedByteBuffer returned) {
		this.process = process;
		this.returned = returned;
	}

	/**
	 * Start a process.
	 * @param folder for what it notes
	 * @param file the log file
	 * @param name what its lines begin with
	 * @param threads how many threads log
	 * @param lines how many lines each of them logs, at leisure; -1 for no end, flat out
	 * @return the process
	 */
	static LoggingProcess start(Path folder, Path file, String name, int threads, long lines) throws IOException {
		return start(folder, file, name, threads, lines, Duration.ofMinutes(1));
	}

	/**
	 * Start a process.
	 * @param folder for what it notes, and what its listener hears
	 * @param file the log file
	 * @param name what its lines begin with
	 * @param threads how many threads log
	 * @param lines how many lines each of them logs, at leisure; -1 for no end, flat out
	 * @param maxWait how long its log calls wait
	 * @return the process
	 */
	static LoggingProcess start(Path folder, Path file, String name, int threads, long lines, Duration maxWait)
			throws IOException {
		Path noted = folder.resolve(name + ".returned");
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
				LoggingProcess.class.getName(), file.toString(), name, String.valueOf(threads), String.valueOf(lines),
				noted.toString(), maxWait.toString())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve(name + ".out").toFile())
			.start();
		return new LoggingProcess(process, map(noted));
	}

	private static MappedByteBuffer map(Path noted) throws IOException {
		try (FileChannel channel = FileChannel.open(noted, StandardOpenOption.CREATE, StandardOpenOption.READ,
				StandardOpenOption.WRITE)) {
			return channel.map(FileChannel.MapMode.READ_WRITE, 0, 64L * Long.BYTES);
		}
	}

	/**
	 * How many log calls of a thread have returned.
	 * @param thread its number
	 * @return their number
	 */
	long returned(int thread) {
		return this.returned.getLong(thread * Long.BYTES);
	}

	long unconfirmed() {
		return this.returned.getLong(63 * Long.BYTES);
	}

	Process process() {
		return this.process;
	}

	int awaitExit() throws InterruptedException {
		assertThat(this.process.waitFor(2, TimeUnit.MINUTES)).isTrue();
		return this.process.exitValue();
	}

	static @Nullable String wholeLineAtTheEndOf(String line) {
		Matcher matcher = LINE.matcher(line);
		boolean whole = matcher.find() && matcher.group(3).length() == Long.parseLong(matcher.group(2)) % 120;
		return (whole) ? matcher.group(1) : null;
	}

	public static void main(String[] args) throws Exception {
		LogFileSettings settings = TestWriter.settings(args[0], Delivery.SYNC, 8 * 1024 * 1024,
				Duration.parse(args[5]));
		long lines = Long.parseLong(args[3]);
		MappedByteBuffer returned = map(Path.of(args[4]));
		try (LogFileWriter writer = LogFileWriter.capture(settings, (gap) -> TestWriter.bytes(gap.toString()),
				new PrintingListener())) {
			writer.open();
			while (writer.status().state() != LogFileState.WRITING) {
				LockSupport.parkNanos(1000);
			}
			List<Thread> threads = new ArrayList<>();
			IntStream.range(0, Integer.parseInt(args[2]))
				.forEach((i) -> threads.add(new Thread(() -> log(writer, args[1] + "-" + i, lines, returned, i))));
			threads.forEach(Thread::start);
			for (Thread thread : threads) {
				thread.join();
			}
			while (!writer.drain(Duration.ofSeconds(1))) {
				LockSupport.parkNanos(100_000_000);
			}
		}
	}

	private static void log(LogFileWriter writer, String name, long lines, MappedByteBuffer returned, int thread) {
		for (long line = 1; lines < 0 || line <= lines; line++) {
			writer.append(TestWriter.bytes("%s %d %s.".formatted(name, line, "x".repeat((int) (line % 120)))));
			returned.putLong(thread * Long.BYTES, line);
			if (lines < 0) {
				returned.putLong(63 * Long.BYTES, writer.status().unconfirmed());
			}
			else {
				LockSupport.parkNanos(1_000_000);
			}
		}
	}

	/**
	 * Prints what is wrong.
	 */
	private static final class PrintingListener implements LogFileListener {

		@Override
		public void failed(Outage outage) {
			System.out.println("failed: " + outage);
		}

		@Override
		public void degraded(WriteDiagnosis diagnosis) {
			System.out.println("degraded: " + diagnosis);
		}

		@Override
		public void dropped(Gap gap) {
			System.out.println("dropped: " + gap);
		}

	}

}
