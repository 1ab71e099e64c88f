package io.netraven.worker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The image with volumes that are no folder of the host, and with none.
 */
@NeedsDocker
class VolumeIT {

	@Test
	void namedVolumeKeepsTheEventsOfReplacedContainers() {
		WorkerImage.build();
		String volume = "netraven-" + UUID.randomUUID();
		try {
			List<String> first = runOnVolume(volume, List.of());
			runOnVolume(volume, first);
		}
		finally {
			Command.run("docker", "volume", "rm", "--force", volume);
		}
	}

	@Test
	void fullVolumeIsWarnedOfOnceAndHealsWhenThereIsRoom() {
		try (WorkerContainer worker = WorkerContainer.withFile()
			.withTmpFs(Map.of(WorkerContainer.LOGS, "size=1m,uid=10001,gid=10001"))) {
			worker.start();
			worker.shell("cat /dev/zero > %s/ballast".formatted(WorkerContainer.LOGS));
			worker.actuator().awaitStatus("health", 503);
			assertThat(worker.actuator().status("health/readiness")).isEqualTo(200);
			worker.awaitAnotherRound();
			worker.shell("rm %s/ballast".formatted(WorkerContainer.LOGS));
			worker.actuator().awaitStatus("health", 200);
			List<String> onStdout = Events.in(worker.getLogs());
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.untilAsserted(() -> assertThat(worker.eventsInFile()).containsAll(onStdout).doesNotHaveDuplicates());
			assertThat(worker.eventsInFile().subList(0, 5)).isEqualTo(onStdout.subList(0, 5));
			assertThat(Events.warningsAbout(WorkerContainer.FILE, worker.getLogs())).hasSize(1);
		}
	}

	@Test
	void withoutVariableAndMountThereIsNoFileAndTheSameStdout() {
		try (WorkerContainer worker = new WorkerContainer()) {
			worker.start();
			assertThat(worker.shell("ls -A " + WorkerContainer.LOGS)).isEmpty();
			assertThat(worker.actuator().status("health/netravenLogging")).isEqualTo(404);
			assertThat(worker.terminate()).isEqualTo(143);
			assertThat(worker.getLogs()).doesNotContain("i.n.l", "io.netraven.logging");
			assertThat(Events.in(worker.getLogs())).anyMatch((event) -> event.endsWith("Graceful shutdown complete"));
		}
	}

	private List<String> runOnVolume(String volume, List<String> earlier) {
		try (WorkerContainer worker = WorkerContainer.withFile()
			.withCreateContainerCmdModifier((command) -> command.getHostConfig()
				.withBinds(new Bind(volume, new Volume(WorkerContainer.LOGS))))) {
			worker.start();
			worker.actuator().awaitWriting();
			List<String> onStdout = Events.in(worker.getLogs());
			assertThat(worker.eventsInFile()).containsAll(earlier).containsAll(onStdout);
			assertThat(worker.terminate()).isEqualTo(143);
			return Events.in(worker.getLogs());
		}
	}

}
