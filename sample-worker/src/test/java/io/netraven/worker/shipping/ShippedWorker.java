package io.netraven.worker.shipping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.netraven.worker.WorkerProcess;

/**
 * A {@link ShippedLinesApplication} in a JVM of its own, which numbers its records and
 * archives its file at 256 KB.
 */
final class ShippedWorker {

	private ShippedWorker() {
	}

	/**
	 * Start a worker.
	 * @param folder its working folder
	 * @param file the log file
	 * @param settings more arguments
	 * @return the worker
	 */
	static WorkerProcess start(Path folder, Path file, List<String> settings) throws IOException {
		List<String> java = List.of(WorkerProcess.java(), "-cp", System.getProperty("java.class.path"),
				ShippedLinesApplication.class.getName());
		Stream<String> arguments = Stream.of("--spring.main.web-application-type=none", "--spring.main.keep-alive=true",
				"--netraven.logging.file=" + file, "--netraven.logging.sequence=true",
				"--netraven.logging.rotation.max-file-size=256KB");
		return WorkerProcess.start(folder, Map.of(), java,
				Stream.concat(arguments, settings.stream()).toArray(String[]::new));
	}

}
