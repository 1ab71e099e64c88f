package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A folder of root, and workers of a user without rights whose log is to be below it.
 */
final class UnprivilegedWorker {

	static final int ID = Integer.parseInt(UnprivilegedUser.ID);

	private final Path folder;

	private final Path jar;

	UnprivilegedWorker(Path folder) throws IOException {
		this.folder = UnprivilegedUser.openForReading(folder);
		this.jar = Files.copy(WorkerProcess.JAR, folder.resolve("worker.jar"));
	}

	/**
	 * Make a folder of root.
	 * @param name the name
	 * @return the folder
	 */
	Path folderOfRoot(String name) throws IOException {
		return UnprivilegedUser.makeReadableFolder(this.folder.resolve(name));
	}

	Path ownFolder(String name) throws IOException {
		return give(folderOfRoot(name));
	}

	/**
	 * Give a file or a folder to the user.
	 * @param path the file or folder
	 * @return the same
	 */
	static Path give(Path path) throws IOException {
		Files.setAttribute(path, "unix:uid", ID);
		Files.setAttribute(path, "unix:gid", ID);
		return path;
	}

	WorkerProcess start(Path file) throws IOException {
		return start(Map.of("HOME", "/"), "--netraven.logging.file=" + file);
	}

	WorkerProcess start(Map<String, String> environment, String argument) throws IOException {
		return WorkerProcess.start(this.folder, environment, UnprivilegedUser.java("-jar", this.jar.toString()),
				argument);
	}

	/**
	 * Start a worker whose file cannot be written, run the command of its warning, and
	 * see the file alive with every line since the start.
	 * @param fault the fault that was made
	 * @param file the file
	 * @param command the expected command
	 * @return the warning
	 */
	String assertCured(String fault, Path file, String command) throws Exception {
		try (WorkerProcess worker = start(file)) {
			String warning = new PrintedCure(fault, worker::stdout).run(command);
			worker.awaitStdout("devices reachable");
			assertThat(worker.terminate()).isEqualTo(143);
			assertThat(Events.in(file)).containsAll(Events.in(worker.stdout()));
			assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(ID);
			return warning;
		}
	}

}
