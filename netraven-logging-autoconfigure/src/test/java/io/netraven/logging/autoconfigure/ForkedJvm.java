package io.netraven.logging.autoconfigure;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Runs a main class in a JVM of its own, by default on the class path of the tests.
 */
final class ForkedJvm {

	private final List<String> options = new ArrayList<>();

	private String classPath;

	ForkedJvm() {
		this(System.getProperty("java.class.path"));
	}

	ForkedJvm(String classPath) {
		this.classPath = classPath;
	}

	ForkedJvm option(String option) {
		this.options.add(option);
		return this;
	}

	ForkedJvm withFirst(Path... entries) {
		this.classPath = Arrays.stream(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator))
				+ File.pathSeparator + this.classPath;
		return this;
	}

	ForkedJvm without(Predicate<String> entry) {
		this.classPath = Arrays.stream(this.classPath.split(File.pathSeparator))
			.filter(entry.negate())
			.collect(Collectors.joining(File.pathSeparator));
		return this;
	}

	/**
	 * Run to the end.
	 * @return what was written to stdout and stderr
	 * @throws IllegalStateException if the exit code is not 0
	 */
	String run(Map<String, String> variables, String... mainClassAndArguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(this.options);
		command.addAll(List.of("-cp", this.classPath));
		command.addAll(List.of(mainClassAndArguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().keySet().removeIf((name) -> name.startsWith("NETRAVEN"));
		builder.environment().putAll(variables);
		try {
			Process process = builder.start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			int exitCode = process.waitFor();
			if (exitCode != 0) {
				throw new IllegalStateException("Exit code " + exitCode + ": " + output);
			}
			return output;
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
