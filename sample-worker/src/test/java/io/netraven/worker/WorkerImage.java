package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Path;

import org.testcontainers.utility.DockerImageName;

/**
 * The image of the worker, built the way the Compose file says.
 *
 * @author NetRaven maintainers
 */
final class WorkerImage {

	static final DockerImageName NAME = DockerImageName.parse("netraven/worker");

	static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	private static boolean built;

	private WorkerImage() {
	}

	static synchronized DockerImageName build() {
		if (!built) {
			run("docker", "compose", "build");
			built = true;
		}
		return NAME;
	}

	static String run(String... command) {
		try {
			Process process = new ProcessBuilder(command).directory(PROJECT.toFile()).redirectErrorStream(true).start();
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
