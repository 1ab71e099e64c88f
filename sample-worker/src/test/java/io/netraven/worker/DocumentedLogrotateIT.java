package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.BindMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The real logrotate with the file of the page, beside the container of the page.
 */
@NeedsDocker
@NeedsRoot
class DocumentedLogrotateIT {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```\n(" + WorkerContainer.FILE + " \\{.*?)^```$");

	@TempDir
	Path parent;

	private Path folder;

	@BeforeEach
	void makeFolderOfTheWorker() throws IOException {
		UnprivilegedUser.openForReading(this.parent);
		this.folder = Files.createDirectory(this.parent.resolve("netraven"));
		Files.setAttribute(this.folder, "unix:uid", 10001);
		Files.setAttribute(this.folder, "unix:gid", 10001);
	}

	@Test
	void fileOfThePageWorksAsItStands() throws IOException {
		assertRotatesAndLosesNothing("rwxr-xr-x", documented());
	}

	@Test
	void folderThatEverybodyMayWriteToNeedsOneLineMore() throws IOException {
		assertThat(page()).contains("`su root root`");
		assertRotatesAndLosesNothing("rwxrwxrwx", documented().replace("create", "create\n    su root root"));
		assertThatIllegalStateException().isThrownBy(() -> rotate(documented()))
			.withMessageContaining("insecure permissions");
	}

	private void assertRotatesAndLosesNothing(String permissions, String configuration) throws IOException {
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString(permissions));
		Path file = this.folder.resolve("worker.log");
		try (WorkerContainer worker = WorkerContainer.withFile()
			.withEnv("NETRAVEN_LOGGING__ROTATION__ENABLED", "false")
			.withFileSystemBind(this.folder.toString(), WorkerContainer.LOGS, BindMode.READ_WRITE)) {
			worker.start();
			worker.actuator().awaitWriting();
			Object owner = Files.getAttribute(file, "unix:uid");
			rotate(configuration);
			Awaitility.await().until(() -> file.toFile().length() > 0);
			worker.awaitAnotherRound();
			assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(owner).isEqualTo(10001);
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r-----");
			assertThat(worker.terminate()).isEqualTo(143);
			List<String> events = new ArrayList<>(Events.in(this.folder.resolve("worker.log.1")));
			events.addAll(Events.in(file));
			assertThat(events).containsExactlyInAnyOrderElementsOf(Events.in(worker.getLogs()));
			assertThat(worker.getLogs()).doesNotContain("cannot be written");
		}
	}

	private void rotate(String configuration) throws IOException {
		Path file = Files.writeString(this.parent.resolve("netraven.conf"),
				configuration.replace(WorkerContainer.LOGS, this.folder.toString()));
		Command.run("logrotate", "--force", "--state", this.parent.resolve("state").toString(), file.toString());
	}

	private static String documented() throws IOException {
		List<MatchResult> blocks = BLOCK.matcher(page()).results().toList();
		assertThat(blocks).hasSize(1);
		return blocks.get(0).group(1);
	}

	private static String page() throws IOException {
		return Files.readString(Command.PROJECT.resolve("docs/operations.md"));
	}

}
