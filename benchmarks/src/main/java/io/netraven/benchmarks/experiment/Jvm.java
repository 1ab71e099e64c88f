package io.netraven.benchmarks.experiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java process, for what would spoil or kill this one.
 *
 * @param process the process
 * @param reader reads what it prints
 */
record Jvm(Process process, BufferedReader reader) {

	static Jvm start(Path folder, Class<?> main, Object... arguments) throws IOException {
		return start(System.getProperty("java.class.path"), folder, main, arguments);
	}

	static Jvm start(String classPath, Path folder, Class<?> main, Object... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(java(), "-Xms512m", "-Xmx512m",
				"-D" + LogFolder.PROPERTY + "=" + folder, "-cp", classPath, main.getName()));
		for (Object argument : arguments) {
			command.add(String.valueOf(argument));
		}
		return start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
	}

	static Jvm start(ProcessBuilder builder) throws IOException {
		Process process = builder.start();
		return new Jvm(process, process.inputReader());
	}

	/**
	 * Read what the process prints up to a line that it is expected to print.
	 * @param text what that line contains
	 * @throws IOException if the process ends without it
	 */
	void awaitLine(String text) throws IOException {
		for (String line = this.reader.readLine(); line != null; line = this.reader.readLine()) {
			if (line.contains(text)) {
				return;
			}
		}
		throw new IOException("The process has ended without printing '" + text + "'");
	}

	/**
	 * Read the rest of what the process prints.
	 * @return the lines
	 * @throws IOException if the process fails
	 * @throws InterruptedException if this thread is interrupted
	 */
	List<String> output() throws IOException, InterruptedException {
		List<String> lines = this.reader.lines().toList();
		if (this.process.waitFor() != 0) {
			throw new IOException("The process has ended with " + this.process.exitValue() + ": " + lines);
		}
		return lines;
	}

	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

}
