package io.netraven.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/**
 * The folder of one run. Every process of the run finds it in {@value #PROPERTY}.
 *
 * @author NetRaven maintainers
 */
final class LogFolder {

	static final String PROPERTY = "benchmarks.folder";

	private LogFolder() {
	}

	static Path path() {
		return Path.of(System.getProperty(PROPERTY, "target/log-files"));
	}

	static Path file() throws IOException {
		return Files.createDirectories(path()).resolve("worker.log");
	}

	/**
	 * Where a run leaves how many lines it has logged.
	 * @return a file beside the log
	 */
	static Path count() {
		return path().resolve("logged");
	}

	/**
	 * Compare the log with the count.
	 * @return how many lines the log lacks
	 * @throws IOException if one of them cannot be read
	 */
	static long missing() throws IOException {
		try (Stream<String> lines = Files.lines(file())) {
			return Long.parseLong(Files.readString(count())) - lines.count();
		}
	}

	static void clear() throws IOException {
		FileSystemUtils.deleteRecursively(path());
	}

}
