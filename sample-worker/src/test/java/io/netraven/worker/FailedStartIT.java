package io.netraven.worker;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A worker that cannot start leaves its last words in the file.
 */
class FailedStartIT {

	@TempDir
	Path folder;

	@ParameterizedTest
	@EnumSource
	void takenPort(LoggingSetup setup) throws Exception {
		try (ServerSocket taken = new ServerSocket(0)) {
			List<String> events = eventsOfFailedStart(setup, "--server.port=" + taken.getLocalPort());
			assertThat(events.get(0)).contains("Starting NetravenWorkerApplication");
			assertThat(events).contains("APPLICATION FAILED TO START",
					"Web server failed to start. Port %d was already in use.".formatted(taken.getLocalPort()));
		}
	}

	@ParameterizedTest
	@EnumSource
	void beanThatCannotBeMade(LoggingSetup setup) throws Exception {
		List<String> events = eventsOfFailedStart(setup, "--worker.interval=banana");
		assertThat(events.get(0)).contains("Starting NetravenWorkerApplication");
		assertThat(events).contains("APPLICATION FAILED TO START", "    Property: worker.interval");
	}

	@ParameterizedTest
	@EnumSource
	void importThatIsNotThere(LoggingSetup setup) throws Exception {
		Path file = this.folder.resolve("worker.log");
		failToStart(setup, file, "--spring.config.import=file:/nowhere.yaml");
		assertThat(file).content()
			.contains("APPLICATION FAILED TO START", "Config data resource", "/nowhere.yaml")
			.endsWith("\n");
	}

	private List<String> eventsOfFailedStart(LoggingSetup setup, String setting) throws Exception {
		Path file = this.folder.resolve("worker.log");
		String stdout = failToStart(setup, file, setting);
		assertThat(Events.in(file)).containsExactlyElementsOf(Events.in(stdout));
		return Events.in(file);
	}

	private String failToStart(LoggingSetup setup, Path file, String setting) throws Exception {
		String[] arguments = setup.arguments(this.folder, "--netraven.logging.file=" + file,
				LoggingSetup.WITHOUT_OUR_INFO, setting);
		try (WorkerProcess worker = WorkerProcess.startJar(this.folder, arguments)) {
			assertThat(worker.awaitExit()).isOne();
			return worker.stdout();
		}
	}

}
