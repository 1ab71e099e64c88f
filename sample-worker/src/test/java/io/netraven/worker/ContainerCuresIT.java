package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.BindMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In a container: the command of the warning is run on the host as printed, and the
 * folder of the host is named.
 */
@NeedsDocker
@NeedsRoot
class ContainerCuresIT {

	private static final String ID = "10001";

	@TempDir
	Path parent;

	private Path folder;

	@BeforeEach
	void makeFolderOfRoot() throws IOException {
		UnprivilegedUser.openForReading(this.parent);
		this.folder = UnprivilegedUser.makeReadableFolder(this.parent.resolve("netraven"));
	}

	@Test
	void folderOfTheHostThatBelongsToRoot() throws IOException {
		try (WorkerContainer worker = mounted(WorkerContainer.FILE)) {
			String warning = cure("container: mounted folder of root", worker,
					"chown %s:%s %s".formatted(ID, ID, WorkerContainer.LOGS));
			assertThat(warning).contains("On the host it is " + this.folder + " of ");
			assertThat(this.folder.resolve("worker.log")).isNotEmptyFile();
		}
	}

	@Test
	void missingFolderInAFolderOfTheHost() throws IOException {
		try (WorkerContainer worker = mounted(WorkerContainer.LOGS + "/a/b/worker.log")) {
			String warning = cure("container: folder missing in the mounted one", worker,
					"install -d -o %s -g %s -m 0750 %s/a/b".formatted(ID, ID, WorkerContainer.LOGS));
			assertThat(warning).contains("On the host it is " + this.folder + "/a/b of ");
			assertThat(Files.getAttribute(this.folder, "unix:uid")).isEqualTo(0);
		}
	}

	@Test
	void missingFolderWithoutAMount() {
		try (WorkerContainer worker = new WorkerContainer().withEnv("NETRAVEN_LOGGING__FILE", "/logs/worker.log")) {
			worker.start();
			String warning = cure("container: nothing is mounted", worker,
					"install -d -o %s -g %s -m 0750 /logs".formatted(ID, ID));
			assertThat(warning).contains("Nothing is mounted at or above /logs");
			assertThat(worker.shell("stat -c %u /").strip()).isEqualTo("0");
		}
	}

	private WorkerContainer mounted(String file) {
		WorkerContainer worker = WorkerContainer.withFile()
			.withEnv("NETRAVEN_LOGGING__FILE", file)
			.withFileSystemBind(this.folder.toString(), WorkerContainer.LOGS, BindMode.READ_WRITE);
		worker.start();
		return worker;
	}

	private String cure(String fault, WorkerContainer worker, String command) {
		String warning = new PrintedCure(fault, worker::getLogs)
			.run("docker exec -u root %s %s".formatted(worker.getContainerId().substring(0, 12), command));
		worker.actuator().awaitStatus("health", 200);
		return warning;
	}

}
