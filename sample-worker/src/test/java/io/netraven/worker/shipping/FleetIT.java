package io.netraven.worker.shipping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.netraven.worker.NeedsDocker;
import io.netraven.worker.WorkerProcess;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is too much for each build: many workers, and a cluster of brokers.
 */
@NeedsDocker
@EnabledIfSystemProperty(named = "netraven.fleet", matches = "true", disabledReason = "takes minutes: -Pfleet")
class FleetIT {

	private static final int WORKERS = 20;

	private static final int RECORDS = 100_000;

	@TempDir
	private Path folder;

	/**
	 * The agent falls behind at times, so it reads the archives as well. At a rotation
	 * both of its inputs may read the last records.
	 */
	@Test
	void oneAgentShipsTheFilesOfTwentyWorkers() throws Exception {
		Path logs = Files.createDirectory(this.folder.resolve("logs"));
		List<WorkerProcess> workers = new ArrayList<>();
		try (Central central = Central.start(this.folder.resolve("central"));
				AgentProcess agent = Agent.RSYSLOG.ship(this.folder.resolve("agent"), logs, central, "*.log")) {
			for (int i = 0; i < WORKERS; i++) {
				workers.add(ShippedWorker.start(Files.createDirectory(this.folder.resolve("worker-" + i)),
						logs.resolve(i + ".log"), List.of("--logging.structured.format.file=ecs")));
			}
			Awaitility.await()
				.pollInterval(Duration.ofSeconds(5))
				.atMost(Duration.ofMinutes(15))
				.until(() -> Records.inLogs(logs).size() >= RECORDS);
			for (WorkerProcess worker : workers) {
				worker.handle().destroy();
			}
			for (WorkerProcess worker : workers) {
				worker.awaitExit();
			}
			Records logged = Records.inLogs(logs);
			Records received = central.awaitAll(logged);
			System.out.printf("FleetIT: %d records of %d workers, %d lost, %d doubled, %d missing numbers%n",
					logged.size(), WORKERS, logged.missingIn(received), received.doubled(), received.holes());
			assertThat(logged.missingIn(received)).isZero();
			assertThat(received.starts()).isEqualTo(WORKERS);
			assertThat(received.holes()).isZero();
			assertThat(agent.output()).isEmpty();
		}
		finally {
			workers.forEach(WorkerProcess::close);
		}
	}

	@Test
	void eachRecordIsInTheTopicAlthoughOneOfThreeBrokersIsKilled() throws Exception {
		List<KafkaBroker> brokers = KafkaBroker.start(this.folder, 3);
		new KafkaShipment(this.folder).ship(brokers, brokers.get(2)::kill);
	}

}
