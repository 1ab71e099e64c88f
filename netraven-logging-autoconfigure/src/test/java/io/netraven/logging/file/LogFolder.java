package io.netraven.logging.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * What a test finds in the folder of a log file called {@code worker.log}.
 *
 * @author NetRaven maintainers
 */
record LogFolder(Path path) {

	Path live() {
		return this.path.resolve("worker.log");
	}

	/**
	 * All archives and temporary files, oldest first.
	 * @return their paths
	 */
	List<Path> archives() {
		try (Stream<Path> files = Files.list(this.path)) {
			return files
				.filter((file) -> file.getFileName().toString().matches("worker-\\d{8}T\\d{6}\\.\\d{3}Z\\.log.*"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	long totalSize() {
		return Stream.concat(archives().stream(), Stream.of(live())).mapToLong((file) -> file.toFile().length()).sum();
	}

	void forEachLine(Consumer<String> consumer) {
		archives().forEach((archive) -> forEachLine(archive, consumer));
		if (Files.exists(live())) {
			forEachLine(live(), consumer);
		}
	}

	private static void forEachLine(Path file, Consumer<String> consumer) {
		try (InputStream stream = Files.newInputStream(file);
				BufferedReader reader = new BufferedReader(
						new InputStreamReader((file.toString().endsWith(".gz")) ? new GZIPInputStream(stream) : stream,
								StandardCharsets.UTF_8))) {
			reader.lines().forEach(consumer);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	List<String> lines() {
		Stream.Builder<String> lines = Stream.builder();
		forEachLine(lines::add);
		return lines.build().toList();
	}

}
