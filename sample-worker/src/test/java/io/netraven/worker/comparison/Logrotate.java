package io.netraven.worker.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.netraven.worker.Command;

/**
 * The real logrotate.
 */
final class Logrotate {

	private Logrotate() {
	}

	/**
	 * Rotate a file now.
	 * @param folder for logrotate's own files
	 * @param file the log file
	 * @param way the directive that says how, such as {@code create}
	 */
	static void run(Path folder, Path file, String way) throws IOException {
		Path configuration = Files.writeString(folder.resolve("logrotate.conf"), """
				%s {
					su root root
					rotate 3
					nocompress
					missingok
					%s
				}
				""".formatted(file, way));
		Command.run("logrotate", "--force", "--state", folder.resolve("state").toString(), configuration.toString());
	}

}
