package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs a command in the project's folder and waits for its end.
 */
public final class Command {

	public static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	private Command() {
	}

	/**
	 * Run a command that has to succeed.
	 * @param command the command and its arguments
	 * @return its output
	 */
	public static String run(String... command) {
		return run(Map.of(), command);
	}

	static String run(Map<String, String> environment, String... command) {
		try {
			ProcessBuilder builder = new ProcessBuilder(command).directory(PROJECT.toFile()).redirectErrorStream(true);
			builder.environment().putAll(environment);
			Process process = builder.start();
			String output = new String(process.getInputStream().readAllBytes());
			if (process.waitFor() != 0) {
				throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
			}
			return output;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
