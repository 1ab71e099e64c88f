package io.netraven.worker.shipping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.netraven.worker.NeedsDocker;
import io.netraven.worker.WorkerProcess;
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
			while (Records.inLogs(logs).size() < RECORDS) {
				Thread.sleep(500);
			}
			for (WorkerProcess worker : workers) {
				worker.handle().destroy();
				worker.awaitExit();
			}
			Records logged = Records.inLogs(logs);
			Records received = central.awaitAll(logged);
			System.out.printf("FleetIT: %d records of %d workers, %d lost, %d doubled%n", logged.size(), WORKERS,
					logged.missingIn(received), received.doubled());
			assertThat(logged.missingIn(received)).isZero();
			assertThat(received.doubled()).isZero();
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
