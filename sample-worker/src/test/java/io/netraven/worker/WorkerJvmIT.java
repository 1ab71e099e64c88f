package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The packaged worker, with and without the file.
 */
class WorkerJvmIT {

	private static final String LAST_AWAITED = "reachability-5";

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource
	void fileHasTheEventsOfStdoutFromTheFirstToTheLast(LoggingSetup setup) throws Exception {
		Path file = this.folder.resolve("new/worker.log");
		String[] arguments = setup.arguments(this.folder, "--netraven.logging.file=" + file,
				LoggingSetup.WITHOUT_OUR_INFO, "--logging.pattern.level=%5p [%X{job}]");
		try (WorkerProcess worker = WorkerProcess.startJar(this.folder, arguments)) {
			worker.awaitStdout("devices reachable").actuator();
			assertThat(worker.threads()).contains("netraven-log-file");
			assertThat(worker.terminate()).isEqualTo(143);
			List<String> events = Events.in(file);
			assertThat(events).containsExactlyInAnyOrderElementsOf(Events.in(worker.stdout()));
			assertThat(events.get(0)).contains("Starting NetravenWorkerApplication");
			assertThat(events).anyMatch((event) -> event.contains("Tomcat started on port"))
				.anyMatch((event) -> event.endsWith("Graceful shutdown complete"));
		}
	}

	@Test
	void nextStartAppends() throws Exception {
		Path file = this.folder.resolve("worker.log");
		for (int start = 1; start <= 2; start++) {
			try (WorkerProcess worker = WorkerProcess.startJar(this.folder, "--netraven.logging.file=" + file)) {
				worker.awaitStdout("devices reachable").terminate();
			}
		}
		assertThat(Events.count(Events.in(file), "Starting NetravenWorker")).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "OTHER=", "NETRAVEN_LOGGING__FILE=" })
	void withoutTheFileThereIsNothingOfIt(String variable) throws Exception {
		Map<String, String> environment = Map.of(variable.replace("=", ""), "");
		try (WorkerProcess worker = WorkerProcess.startJar(this.folder, environment)) {
			Actuator actuator = worker.actuator();
			worker.awaitStdout(LAST_AWAITED);
			assertThat(worker.threads()).contains("scheduling-1").noneMatch((name) -> name.startsWith("netraven-"));
			assertThat(actuator.status("health")).isEqualTo(200);
			assertThat(actuator.<Map<String, ?>>read("health", "$.components")).containsKey("diskSpace")
				.doesNotContainKey("netravenLogging");
			assertThat(actuator.status("health/netravenLogging")).isEqualTo(404);
			assertThat(worker.terminate()).isEqualTo(143);
			assertThat(worker.stdout()).doesNotContain("i.n.l", "io.netraven.logging");
			assertThat(this.folder.toFile().list()).containsExactly("stdout.log");
		}
	}

	@Test
	void environmentIsChosenByOneSetting() throws Exception {
		try (WorkerProcess worker = WorkerProcess.startJar(this.folder, Map.of("NETRAVEN_ENVIRONMENT", "dev"))) {
			worker.awaitStdout("devices reachable").terminate();
			assertThat(Events.in(this.folder.resolve("logs/worker.log")))
				.containsExactlyInAnyOrderElementsOf(Events.in(worker.stdout()));
		}
	}

	@Test
	void unknownEnvironmentFailsTheStart() throws IOException, InterruptedException {
		try (WorkerProcess worker = WorkerProcess.startJar(this.folder, Map.of("NETRAVEN_ENVIRONMENT", "nowhere"))) {
			assertThat(worker.awaitExit()).isOne();
			assertThat(worker.stdout()).contains("no environment 'nowhere'", "Use one of dev, prod");
		}
	}

}
