package io.netraven.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java process with the classes of this one, for what would spoil or kill it.
 *
 * @author NetRaven maintainers
 */
final class Jvm {

	private Jvm() {
	}

	static Process start(Path folder, Class<?> main, Object... arguments) throws IOException {
		return start(System.getProperty("java.class.path"), folder, main, arguments);
	}

	static Process start(String classPath, Path folder, Class<?> main, Object... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(java(), "-Xms512m", "-Xmx512m",
				"-D" + LogFolder.PROPERTY + "=" + folder, "-cp", classPath, main.getName()));
		for (Object argument : arguments) {
			command.add(String.valueOf(argument));
		}
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

	/**
	 * Read what a process prints up to a line that it is expected to print.
	 * @param output what it prints
	 * @param text what that line contains
	 * @throws IOException if the process ends without it
	 */
	static void awaitLine(BufferedReader output, String text) throws IOException {
		for (String line = output.readLine(); line != null; line = output.readLine()) {
			if (line.contains(text)) {
				return;
			}
		}
		throw new IOException("The process has ended without printing '" + text + "'");
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

}
