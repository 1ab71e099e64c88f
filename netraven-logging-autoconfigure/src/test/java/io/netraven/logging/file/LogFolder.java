package io.netraven.logging.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.awaitility.core.ThrowingRunnable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What a test finds in the folder of a log file called {@code worker.log}.
 */
public record LogFolder(Path path) {

	private static final Pattern ARCHIVE = Pattern.compile(
			"\\.?(worker\\.log\\.\\d{8}T\\d{6}\\.\\d{3}Z|worker-\\d{8}T\\d{6}\\.\\d{3}Z\\.log)" + "(\\.gz)?(\\.tmp)?");

	public Path live() {
		return this.path.resolve("worker.log");
	}

	/**
	 * Writes a live file as an earlier run has left it.
	 * @param lines its lines
	 */
	public void write(List<String> lines) {
		try {
			Files.write(live(), lines);
			Files.setPosixFilePermissions(live(), PosixFilePermissions.fromString("rw-r-----"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public TestWriter open(RotationSettings rotation) {
		return TestWriter.open(live(), rotation);
	}

	/**
	 * Returns all archives, reservations and temporary files, oldest first.
	 * @return their paths
	 */
	public List<Path> archives() {
		try (Stream<Path> files = Files.list(this.path)) {
			return files.filter((file) -> ARCHIVE.matcher(file.getFileName().toString()).matches())
				.sorted(Comparator.comparing(LogFolder::time))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String time(Path archive) {
		return archive.getFileName().toString().replaceAll("^.*?(\\d{8}T\\d{6}\\.\\d{3}Z).*$", "$1");
	}

	public long totalSize() {
		return Stream.concat(archives().stream(), Stream.of(live())).mapToLong((file) -> file.toFile().length()).sum();
	}

	/**
	 * Reads archives and live file, but no temporary files: they hold half of what their
	 * archive holds.
	 * @param consumer takes each line
	 */
	public void forEachLine(Consumer<String> consumer) {
		Stream.concat(archives().stream(), Stream.of(live()))
			.filter((file) -> !file.toString().endsWith(".tmp"))
			.forEach((file) -> forEachLine(file, consumer));
	}

	static void forEachLine(Path file, Consumer<String> consumer) {
		try (InputStream stream = Files.newInputStream(file);
				BufferedReader reader = new BufferedReader(
						new InputStreamReader((file.toString().endsWith(".gz")) ? new GZIPInputStream(stream) : stream,
								StandardCharsets.UTF_8))) {
			reader.lines().forEach(consumer);
		}
		catch (NoSuchFileException ex) {
			throw new AssertionError("The folder changed while it was read", ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public List<String> lines() {
		List<String> lines = new ArrayList<>();
		forEachLine(lines::add);
		return lines;
	}

	/**
	 * Lets a writer compress and clear what processes left, so that each line stands in
	 * one file.
	 */
	public void finish() {
		int maxFileSize = 64 * 1024;
		try (TestWriter log = open(Rotations.compressing(maxFileSize))) {
			awaitCompression(maxFileSize);
			assertThat(log.degraded).isEmpty();
		}
	}

	/**
	 * Waits until a writer that takes no lines any more has neither to rotate nor to
	 * compress.
	 * @param maxFileSize its maximum size of the live file
	 */
	public void awaitCompression(long maxFileSize) {
		eventually(() -> {
			assertThat(live()).exists();
			assertThat(live().toFile().length()).isLessThan(maxFileSize);
			assertThat(archives()).isNotEmpty().allMatch((file) -> file.toString().endsWith(".gz"));
		});
	}

	/**
	 * Waits until no archive thread has work.
	 */
	public static void awaitArchiveThread() {
		eventually(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
			.doesNotContain("netraven-log-archive"));
	}

	/**
	 * Waits for what takes some time, and much longer than that on a busy machine.
	 * @param assertion what has to become true
	 */
	public static void eventually(ThrowingRunnable assertion) {
		await().atMost(Duration.ofMinutes(2)).untilAsserted(assertion);
	}

}
