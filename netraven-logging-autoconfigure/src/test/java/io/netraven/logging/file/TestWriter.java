package io.netraven.logging.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.netraven.logging.file.RotationSettings.Period;
import io.netraven.logging.file.daemon.TimeLimits;
import io.netraven.logging.file.live.LineEnd;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/**
 * A writer on a real file, with its faults and what its listener heard.
 */
public final class TestWriter implements AutoCloseable, LogFileListener {

	public static final LineEnd LINE_END = new LineEnd(new byte[] { '\n' }, new byte[] { '\n' });

	private static final RotationSettings NO_ROTATION = Rotations.of(false, Long.MAX_VALUE, Period.NONE, Long.MAX_VALUE,
			false);

	public static final Duration LONG_WAIT = Duration.ofSeconds(30);

	public final FaultyOperations faults = new FaultyOperations();

	public final List<Outage> failed = new CopyOnWriteArrayList<>();

	public final List<Outage> recovered = new CopyOnWriteArrayList<>();

	public final List<String> followed = new CopyOnWriteArrayList<>();

	public final List<Path> rotated = new CopyOnWriteArrayList<>();

	public final List<WriteDiagnosis> degraded = new CopyOnWriteArrayList<>();

	public final Path file;

	public final LogFileWriter writer;

	private final WriterThreads threads = WriterThreads.ofTheNextWriter();

	private TestWriter(Path file, LogFileSettings settings, TimeLimits limits) {
		this.file = file;
		this.writer = LogFileWriter.capture(settings, limits, TestWriter::marker, this, this.faults);
	}

	public static TestWriter capture(Path file) {
		return capture(file, Delivery.SYNC, 8 * 1024 * 1024, LONG_WAIT);
	}

	public static TestWriter capture(Path file, Delivery delivery, long bufferSize, Duration maxWait) {
		LogFileSettings settings = settings(file.toString(), delivery, bufferSize, maxWait);
		return new TestWriter(file, settings, limits(settings));
	}

	public static TestWriter open(Path file) {
		return open(file, Delivery.SYNC, 8 * 1024 * 1024, LONG_WAIT);
	}

	public static TestWriter open(Path file, Delivery delivery, long bufferSize, Duration maxWait) {
		return opened(capture(file, delivery, bufferSize, maxWait));
	}

	public static TestWriter capture(Path file, Delivery delivery, TimeLimits limits) {
		LogFileSettings settings = settings(file.toString(), delivery, 8 * 1024 * 1024, Duration.ofMillis(50));
		return new TestWriter(file, settings, limits);
	}

	public static TestWriter open(Path file, Delivery delivery, TimeLimits limits) {
		return opened(capture(file, delivery, limits));
	}

	public static TestWriter open(Path file, RotationSettings rotation) {
		return opened(capture(file, Delivery.SYNC, null, UntrustedFolder.NOTE, rotation));
	}

	/**
	 * Opens a writer that puts its file on the disk at an interval.
	 * @param file the file
	 * @param delivery its delivery
	 * @param forceInterval the interval
	 * @return the writer
	 */
	public static TestWriter open(Path file, Delivery delivery, Duration forceInterval) {
		return opened(capture(file, delivery, forceInterval, UntrustedFolder.NOTE, NO_ROTATION));
	}

	public static TestWriter refusingUntrustedFolders(Path file) {
		return capture(file, Delivery.SYNC, null, UntrustedFolder.REFUSE, NO_ROTATION);
	}

	private static TestWriter capture(Path file, Delivery delivery, @Nullable Duration forceInterval,
			UntrustedFolder untrustedFolder, RotationSettings rotation) {
		LogFileSettings plain = settings(file.toString(), delivery, 8 * 1024 * 1024, LONG_WAIT);
		return new TestWriter(file,
				new LogFileSettings(plain.file(), plain.delivery(), plain.bufferSize(), plain.maxWait(),
						plain.maxRetryInterval(), plain.permissions(), forceInterval, untrustedFolder, rotation),
				limits(plain));
	}

	private static TestWriter opened(TestWriter writer) {
		writer.writer.open();
		await().until(() -> writer.status().state() == LogFileState.WRITING);
		return writer;
	}

	public static LogFileSettings settings(String file, Delivery delivery, long bufferSize, Duration maxWait) {
		return new LogFileSettings(file, delivery, bufferSize, maxWait, Duration.ofMillis(200),
				PosixFilePermissions.fromString("rw-r-----"), null, UntrustedFolder.NOTE, NO_ROTATION);
	}

	/**
	 * Returns the limits for tests: as usual, but a live file may be archived at once.
	 * @param settings the settings
	 * @return the limits
	 */
	public static TimeLimits limits(LogFileSettings settings) {
		TimeLimits usual = TimeLimits.of(settings);
		return new TimeLimits(usual.stall(), usual.giveUp(), usual.replace(), usual.replaceAgain(), Duration.ZERO);
	}

	private static byte[] marker(Gap gap) {
		return bytes("GAP " + gap.lines() + " " + gap.reason());
	}

	public static byte[] bytes(String line) {
		return (line + "\n").getBytes(StandardCharsets.UTF_8);
	}

	public void append(String line) {
		this.writer.append(bytes(line));
	}

	public LogFileStatus status() {
		return this.writer.status();
	}

	public List<String> lines() {
		try {
			return Files.readAllLines(this.file);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void failed(Outage outage) {
		this.failed.add(outage);
	}

	@Override
	public void recovered(Outage outage) {
		this.recovered.add(outage);
	}

	@Override
	public void followed(String what) {
		this.followed.add(what);
	}

	@Override
	public void rotated(Path archive) {
		this.rotated.add(archive);
	}

	@Override
	public void degraded(WriteDiagnosis diagnosis) {
		this.degraded.add(diagnosis);
	}

	@Override
	public void close() {
		this.faults.onWrite = FaultyOperations.WriteFault.NONE;
		this.faults.onOpen = FaultyOperations.DiskFault.NONE;
		this.faults.onLook = FaultyOperations.DiskFault.NONE;
		this.writer.close();
		this.threads.awaitEnd();
	}

}
