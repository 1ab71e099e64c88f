package io.netraven.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * A container of the worker's image.
 */
final class WorkerContainer extends GenericContainer<WorkerContainer> {

	static final String LOGS = "/var/log/netraven";

	static final String FILE = LOGS + "/worker.log";

	private static final int HTTP = 8080;

	private static final int STOP_SECONDS = 30;

	WorkerContainer() {
		super(WorkerImage.build());
		withImagePullPolicy((image) -> false);
		withExposedPorts(HTTP);
		withEnv(Map.of("WORKER_INTERVAL", "100ms", "JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"));
		waitingFor(Wait.forLogMessage(".*devices reachable.*", 1).withStartupTimeout(Duration.ofMinutes(5)));
	}

	static WorkerContainer withFile() {
		return new WorkerContainer().withEnv("NETRAVEN_LOGGING__FILE", FILE);
	}

	Actuator actuator() {
		return new Actuator(getMappedPort(HTTP));
	}

	/**
	 * Wait until the worker has finished another round of checks.
	 */
	void awaitAnotherRound() {
		long before = rounds();
		Awaitility.await().atMost(Duration.ofMinutes(5)).until(() -> rounds() > before);
	}

	private long rounds() {
		return Events.count(Events.in(getLogs()), "devices reachable");
	}

	List<String> eventsInFile() {
		return Events.in(shell("cat " + FILE));
	}

	String shell(String command) {
		try {
			return execInContainer("sh", "-c", command).getStdout();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Stop the container as {@code docker stop} does, and leave it there to be looked at.
	 * @return the exit code
	 */
	long terminate() {
		getDockerClient().stopContainerCmd(getContainerId()).withTimeout(STOP_SECONDS).exec();
		Long exitCode = getCurrentContainerInfo().getState().getExitCodeLong();
		return (exitCode != null) ? exitCode : -1;
	}

}
