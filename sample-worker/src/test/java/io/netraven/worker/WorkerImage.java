package io.netraven.worker;

import java.util.Map;
import java.util.UUID;

import org.testcontainers.utility.DockerImageName;

/**
 * The image of the worker, built the way the Compose file says, under a name of its own:
 * other builds on the same engine must not replace it.
 */
public final class WorkerImage {

	static final String VARIABLE = "NETRAVEN_IMAGE";

	static final DockerImageName NAME = DockerImageName.parse("netraven/worker:test-" + UUID.randomUUID());

	private static boolean built;

	private WorkerImage() {
	}

	/**
	 * Build the image, once in a run of the tests. It is removed at their end.
	 * @return its name
	 */
	public static synchronized DockerImageName build() {
		if (!built) {
			Command.run(Map.of(VARIABLE, NAME.asCanonicalNameString()), "docker", "compose", "build");
			Runtime.getRuntime()
				.addShutdownHook(new Thread(
						() -> Command.run("docker", "image", "rm", "--force", NAME.asCanonicalNameString())));
			built = true;
		}
		return NAME;
	}

}
