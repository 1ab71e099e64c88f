package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.BindMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The image with a folder of the host at the place of its log folder.
 */
@NeedsDocker
@NeedsRoot
class HostFolderIT {

	@TempDir
	Path parent;

	private Path folder;

	private Path file;

	@BeforeEach
	void makeFolderOfRoot() throws IOException {
		UnprivilegedUser.openForReading(this.parent);
		this.folder = UnprivilegedUser.makeReadableFolder(this.parent.resolve("netraven"));
		this.file = this.folder.resolve("worker.log");
	}

	@Test
	void folderOfTheWorkersUserTakesEveryEventOfStdout() throws IOException {
		chown();
		try (WorkerContainer worker = start(BindMode.READ_WRITE)) {
			worker.awaitAnotherRound();
			worker.actuator().awaitStatus("health", 200);
			assertThat(worker.terminate()).isEqualTo(143);
			assertFileHasTheEventsOfStdout(worker);
			assertThat(Events.in(this.file)).anyMatch((event) -> event.endsWith("Graceful shutdown complete"));
		}
	}

	@Test
	void openFolderGetsAFileThatOnlyTheWorkersGroupMayRead() throws IOException {
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		try (WorkerContainer worker = start(BindMode.READ_WRITE)) {
			worker.actuator().awaitWriting();
			assertThat(Files.getAttribute(this.file, "unix:uid")).isEqualTo(10001);
			assertThat(Files.getPosixFilePermissions(this.file)).containsExactlyInAnyOrder(
					PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ);
		}
	}

	@Test
	void folderOfRootIsWarnedOfOnceAndHealsWhenItIsGivenToTheWorker() throws IOException {
		try (WorkerContainer worker = start(BindMode.READ_WRITE)) {
			worker.awaitAnotherRound();
			assertOutage(worker, "root", "10001", "chown");
			chown();
			worker.actuator().awaitStatus("health", 200);
			assertThat(worker.terminate()).isEqualTo(143);
			assertFileHasTheEventsOfStdout(worker);
		}
	}

	@Test
	void readOnlyFolderIsWarnedOfAndStdoutGoesOn() {
		try (WorkerContainer worker = start(BindMode.READ_ONLY)) {
			worker.awaitAnotherRound();
			assertOutage(worker, "read-only");
			assertThat(worker.terminate()).isEqualTo(143);
			assertThat(Events.in(worker.getLogs())).anyMatch((event) -> event.endsWith("Graceful shutdown complete"));
			assertThat(this.file).doesNotExist();
		}
	}

	private WorkerContainer start(BindMode mode) {
		WorkerContainer worker = WorkerContainer.withFile()
			.withFileSystemBind(this.folder.toString(), WorkerContainer.LOGS, mode);
		worker.start();
		return worker;
	}

	private void assertOutage(WorkerContainer worker, String... words) {
		worker.actuator().awaitStatus("health", 503);
		assertThat(worker.actuator().status("health/readiness")).isEqualTo(200);
		assertThat(worker.actuator().status("health/liveness")).isEqualTo(200);
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> !Events.warningsAbout(WorkerContainer.FILE, worker.getLogs()).isEmpty());
		worker.awaitAnotherRound();
		List<String> warnings = Events.warningsAbout(WorkerContainer.FILE, worker.getLogs());
		assertThat(warnings).hasSize(1);
		assertThat(words).allSatisfy((word) -> assertThat(warnings.get(0)).containsIgnoringCase(word));
	}

	private void assertFileHasTheEventsOfStdout(WorkerContainer worker) {
		assertThat(Events.in(this.file)).containsExactlyInAnyOrderElementsOf(Events.in(worker.getLogs()));
	}

	private void chown() throws IOException {
		Files.setAttribute(this.folder, "unix:uid", 10001);
		Files.setAttribute(this.folder, "unix:gid", 10001);
	}

}
