package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A worker of a user who may not write to the log folder.
 */
@NeedsRoot
class UnprivilegedWorkerIT {

	@TempDir
	Path folder;

	private Path jar;

	private Path logs;

	@BeforeEach
	void makeFolders() throws IOException {
		UnprivilegedUser.openForReading(this.folder);
		this.jar = Files.copy(WorkerProcess.JAR, this.folder.resolve("worker.jar"));
		this.logs = UnprivilegedUser.makeReadableFolder(this.folder.resolve("logs"));
	}

	@Test
	void startsWarnsOnceAndHealsWithTheCommandOfTheWarning() throws Exception {
		Path file = this.logs.resolve("worker.log");
		try (WorkerProcess worker = startAsUser("--netraven.logging.file=" + file)) {
			Actuator actuator = worker.awaitStdout("reachability-5").actuator();
			actuator.awaitStatus("health", 503);
			assertThat(actuator.status("health/readiness")).isEqualTo(200);
			worker.awaitStdout("cannot be written");
			List<String> warnings = Events.warningsAbout(file.toString(), worker.stdout());
			assertThat(warnings).singleElement()
				.asString()
				.contains("root", "rwxr-xr-x", "uid " + UnprivilegedUser.ID, "gid " + UnprivilegedUser.ID);
			Command.run("sh", "-c", commandIn(warnings.get(0)));
			List<String> events = Events.in(worker.stdout());
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.ignoreExceptions()
				.untilAsserted(() -> assertThat(Events.in(file)).containsAll(events));
			assertThat(actuator.status("health")).isEqualTo(200);
			assertThat(worker.terminate()).isEqualTo(143);
			assertThat(Events.in(file)).containsExactlyInAnyOrderElementsOf(Events.in(worker.stdout()));
			assertThat(Events.warningsAbout(file.toString(), worker.stdout())).hasSize(1);
		}
	}

	private WorkerProcess startAsUser(String... arguments) throws IOException {
		return WorkerProcess.start(this.folder, Map.of("HOME", "/"), UnprivilegedUser.java("-jar", this.jar.toString()),
				arguments);
	}

	private String commandIn(String warning) {
		Matcher command = Pattern.compile("(?<=As root: )chown.*").matcher(warning);
		assertThat(command.find()).isTrue();
		return command.group();
	}

}
