package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

import org.testcontainers.utility.DockerImageName;

/**
 * The image of the worker, built the way the Compose file says, under a name of its own:
 * other builds on the same engine must not replace it.
 *
 * @author NetRaven maintainers
 */
final class WorkerImage {

	static final String VARIABLE = "NETRAVEN_IMAGE";

	static final DockerImageName NAME = DockerImageName.parse("netraven/worker:test-" + UUID.randomUUID());

	static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	private static boolean built;

	private WorkerImage() {
	}

	static synchronized DockerImageName build() {
		if (!built) {
			run("docker", "compose", "build");
			Runtime.getRuntime()
				.addShutdownHook(
						new Thread(() -> run("docker", "image", "rm", "--force", NAME.asCanonicalNameString())));
			built = true;
		}
		return NAME;
	}

	static String run(String... command) {
		try {
			ProcessBuilder builder = new ProcessBuilder(command).directory(PROJECT.toFile()).redirectErrorStream(true);
			builder.environment().put(VARIABLE, NAME.asCanonicalNameString());
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
