package io.netraven.benchmarks.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.util.FileSystemUtils;

/**
 * The folder of one run. Every process of the run finds it in {@value #PROPERTY}.
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

	static void clear() throws IOException {
		FileSystemUtils.deleteRecursively(path());
	}

}
