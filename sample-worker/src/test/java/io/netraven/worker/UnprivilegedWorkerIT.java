package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A worker of a user who may not write to the log folder.
 *
 * @author NetRaven maintainers
 */
@NeedsRoot
class UnprivilegedWorkerIT {

	private static final String USER = "4711";

	private static final List<String> AS_USER = List.of("setpriv", "--reuid", USER, "--regid", USER, "--clear-groups");

	@TempDir
	Path folder;

	private Path jar;

	private Path logs;

	@BeforeEach
	void makeFolders() throws IOException {
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		this.jar = Files.copy(WorkerProcess.JAR, this.folder.resolve("worker.jar"));
		this.logs = Files.createDirectory(this.folder.resolve("logs"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
	}

	@Test
	void startsWarnsOnceAndHealsWithTheCommandOfTheWarning() throws Exception {
		Path file = this.logs.resolve("worker.log");
		try (WorkerProcess worker = startAsUser("--netraven.logging.file=" + file)) {
			Actuator actuator = worker.awaitStdout("reachability-5").actuator();
			assertThat(actuator.status("health/readiness")).isEqualTo(200);
			assertThat(actuator.status("health")).isEqualTo(503);
			String remedy = actuator.read("health/netravenLogging", "$.details.remedy");
			List<String> warnings = Events.warningsAbout(file.toString(), worker.stdout());
			assertThat(warnings).singleElement().asString().contains("root", "rwxr-xr-x", USER, "chown");
			assertThat(remedy).contains("chown", USER, this.logs.toString());
			chown();
			Awaitility.await().atMost(Duration.ofSeconds(6)).until(() -> Files.exists(file));
			Awaitility.await()
				.atMost(Duration.ofSeconds(5))
				.untilAsserted(() -> assertThat(actuator.status("health")).isEqualTo(200));
			assertThat(worker.terminate()).isEqualTo(143);
			assertThat(Events.in(file)).containsExactlyInAnyOrderElementsOf(Events.in(worker.stdout()));
			assertThat(Events.warningsAbout(file.toString(), worker.stdout())).hasSize(1);
		}
	}

	private WorkerProcess startAsUser(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(AS_USER);
		command.addAll(List.of(WorkerProcess.java(), "-jar", this.jar.toString()));
		return WorkerProcess.start(this.folder, Map.of("HOME", "/"), command, arguments);
	}

	private void chown() throws IOException, InterruptedException {
		String owner = USER + ":" + USER;
		assertThat(new ProcessBuilder("chown", owner, this.logs.toString()).start().waitFor()).isZero();
	}

}
