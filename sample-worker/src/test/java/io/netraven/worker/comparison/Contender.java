package io.netraven.worker.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who writes the log file: Spring Boot's own {@code logging.file.name}, or the library.
 */
enum Contender {

	BOOT("logging.file.name", "--logging.logback.rollingpolicy.max-file-size=1GB"),

	SYNC("netraven.logging.file", "--netraven.logging.rotation.enabled=false"),

	ASYNC("netraven.logging.file", "--netraven.logging.rotation.enabled=false", "--netraven.logging.delivery=async");

	private final String property;

	private final List<String> settings;

	Contender(String property, String... settings) {
		this.property = property;
		this.settings = List.of(settings);
	}

	/**
	 * Return the settings for a file that this process leaves to others to rotate.
	 * @param file the log file
	 * @return arguments of the application
	 */
	List<String> arguments(Path file) {
		return Stream.concat(Stream.of("--%s=%s".formatted(this.property, file)), this.settings.stream()).toList();
	}

	boolean isLibrary() {
		return this != BOOT;
	}

}
