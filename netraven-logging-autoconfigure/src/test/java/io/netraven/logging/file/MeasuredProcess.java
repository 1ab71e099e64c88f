package io.netraven.logging.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process of its own, for what would harm the tests' process or be blurred by it.
 */
final class MeasuredProcess {

	private MeasuredProcess() {
	}

	/**
	 * Runs a main class to its end.
	 * @param folder for its output
	 * @param main the class
	 * @param option an option for the JVM
	 * @param arguments the arguments
	 * @return what it has printed
	 */
	static List<String> run(Path folder, Class<?> main, String option, String... arguments)
			throws IOException, InterruptedException {
		Path output = folder.resolve("output");
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), option, "-cp",
						System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		try {
			boolean ended = process.waitFor(3, TimeUnit.MINUTES);
			assertThat(ended).as("The process ends: %s", Files.readString(output)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		return Files.readAllLines(output);
	}

}
