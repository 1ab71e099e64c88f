package io.netraven.worker.shipping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netraven.worker.Command;

/**
 * The real logrotate archives the file of a worker, three times.
 */
final class LogrotateFaults {

	private static final int ROTATIONS = 3;

	private LogrotateFaults() {
	}

	/**
	 * Copy and truncate. As logrotate's manual says, what is written between the copy and
	 * the truncation is lost; and so is, for an agent, what it has not read by then. So
	 * the worker stands still from before the copy until the agent is at the beginning of
	 * the file.
	 * @param chain the chain
	 * @return what came of it
	 */
	static Outcome copyAndTruncate(Chain chain) throws Exception {
		try (chain) {
			for (int i = 0; i < ROTATIONS; i++) {
				chain.awaitRecords();
				chain.whileTheWorkerStands(() -> {
					rotate(chain);
					chain.agent().awaitBeginningOf(chain.live());
				});
			}
			return Faults.killBoth(chain, chain.central().received().doubled());
		}
	}

	private static void rotate(Chain chain) throws IOException {
		Path state = chain.logs().resolveSibling("logrotate.state");
		Path configuration = Files.writeString(chain.logs().resolveSibling("logrotate.conf"), """
				%s {
					su root root
					rotate 9
					copytruncate
					nocompress
				}
				""".formatted(chain.live()));
		Command.run("logrotate", "--force", "--state", state.toString(), configuration.toString());
	}

}
