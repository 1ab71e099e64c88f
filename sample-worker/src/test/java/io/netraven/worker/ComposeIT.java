package io.netraven.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * The Compose file, as it is, with its host folder.
 */
@NeedsDocker
@NeedsRoot
class ComposeIT {

	private static final String SERVICE = "netraven-worker";

	private static final int REPLICAS = 3;

	private static final Pattern REPLICA = Pattern.compile("\\[netraven-worker] \\[([0-9a-f]{12})] ");

	@TempDir
	Path folder;

	private Path hostFolder;

	private Path file;

	@BeforeEach
	void copyComposeFile() throws IOException {
		WorkerImage.build();
		Files.copy(Command.PROJECT.resolve("docker-compose.yaml"), this.folder.resolve("docker-compose.yaml"));
		this.hostFolder = this.folder.resolve("host-logs/netraven");
		this.file = this.hostFolder.resolve("worker.log");
	}

	@Test
	void hostFolderHasTheEventsOfStdoutAndAReplacedContainerAppends() throws IOException {
		makeHostFolder();
		List<String> first = upAndDown();
		assertThat(Events.in(this.file)).containsExactlyInAnyOrderElementsOf(first);
		List<String> second = upAndDown();
		List<String> events = Events.in(this.file);
		assertThat(events).hasSize(first.size() + second.size());
		assertThat(events.subList(0, first.size())).containsExactlyInAnyOrderElementsOf(first);
		assertThat(events.subList(first.size(), events.size())).containsExactlyInAnyOrderElementsOf(second);
		assertThat(Files.getAttribute(this.file, "unix:uid")).isEqualTo(Integer.valueOf(UnprivilegedUser.ID));
	}

	@Test
	void replicasShareTheFileAndEachLineSaysItsReplica() throws IOException {
		makeHostFolder();
		try (ComposeContainer compose = compose().withScaledService(SERVICE, REPLICAS)) {
			compose.start();
			Awaitility.await()
				.atMost(Duration.ofMinutes(5))
				.until(() -> Files.exists(this.file) && replicas().size() == REPLICAS
						&& reachabilityReports() >= REPLICAS);
		}
		assertThat(Files.readAllLines(this.file)).filteredOn((line) -> line.startsWith("20"))
			.allMatch((line) -> REPLICA.matcher(line).find());
	}

	private long reachabilityReports() throws IOException {
		return Events.in(this.file).stream().filter((event) -> event.contains("devices reachable")).count();
	}

	private Set<String> replicas() throws IOException {
		return Files.readAllLines(this.file)
			.stream()
			.flatMap((line) -> REPLICA.matcher(line).results())
			.map((match) -> match.group(1))
			.collect(Collectors.toSet());
	}

	@Test
	void missingHostFolderIsAnErrorAndIsNotMade() {
		try (ComposeContainer compose = compose()) {
			assertThatException().isThrownBy(compose::start);
		}
		assertThat(this.hostFolder).doesNotExist();
	}

	private List<String> upAndDown() {
		try (ComposeContainer compose = compose()) {
			compose.start();
			ContainerState worker = compose.getContainerByServiceName(SERVICE).orElseThrow();
			Awaitility.await()
				.atMost(Duration.ofMinutes(5))
				.until(() -> worker.getLogs().contains("devices reachable") && worker.isHealthy());
			worker.getDockerClient().stopContainerCmd(worker.getContainerId()).withTimeout(30).exec();
			assertThat(worker.getCurrentContainerInfo().getState().getExitCodeLong()).isEqualTo(143);
			return Events.in(worker.getLogs());
		}
	}

	private ComposeContainer compose() {
		return new ComposeContainer(this.folder.resolve("docker-compose.yaml").toFile()).withPull(false)
			.withBuild(false)
			.withEnv(WorkerImage.VARIABLE, WorkerImage.NAME.asCanonicalNameString())
			.withEnv("NETRAVEN_UID", UnprivilegedUser.ID)
			.withEnv("NETRAVEN_GID", UnprivilegedUser.ID)
			.withEnv("NETRAVEN_PORT", "0");
	}

	private void makeHostFolder() throws IOException {
		Files.createDirectories(this.hostFolder);
		Files.setAttribute(this.hostFolder, "unix:uid", Integer.valueOf(UnprivilegedUser.ID));
		Files.setAttribute(this.hostFolder, "unix:gid", Integer.valueOf(UnprivilegedUser.ID));
	}

}
