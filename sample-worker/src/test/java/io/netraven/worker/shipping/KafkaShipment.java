package io.netraven.worker.shipping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.netraven.worker.WorkerProcess;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three workers, one folder, one rsyslog that is restarted, and Apache Kafka.
 */
final class KafkaShipment {

	private final Path folder;

	private final Path logs;

	KafkaShipment(Path folder) throws Exception {
		this.folder = folder;
		this.logs = Files.createDirectory(folder.resolve("logs"));
	}

	/**
	 * Ship, and expect each record in the topic.
	 * @param brokers the cluster
	 * @param fault what happens to the cluster meanwhile
	 */
	void ship(List<KafkaBroker> brokers, Fault fault) throws Exception {
		List<WorkerProcess> workers = new ArrayList<>();
		try (AgentProcess agent = agent(brokers)) {
			for (String name : List.of("a", "b", "c")) {
				workers.add(ShippedWorker.start(Files.createDirectory(this.folder.resolve(name)),
						this.logs.resolve(name + ".log"), List.of("--logging.structured.format.file=ecs")));
			}
			awaitRecords(3000);
			agent.stop();
			awaitRecords(3000);
			agent.start();
			awaitRecords(3000);
			fault.strike();
			awaitRecords(6000);
			for (WorkerProcess worker : workers) {
				worker.handle().destroy();
				worker.awaitExit();
			}
			expectAll(brokers.get(0));
		}
		finally {
			workers.forEach(WorkerProcess::close);
			brokers.forEach(KafkaBroker::close);
		}
	}

	private AgentProcess agent(List<KafkaBroker> brokers) throws Exception {
		Path own = Files.createDirectory(this.folder.resolve("agent"));
		String addresses = brokers.stream().map(KafkaBroker::address).collect(Collectors.joining("\",\""));
		return AgentProcess.rsyslog(own,
				Agent.documented("rsyslog-kafka.conf", own)
					.replace("/var/log/netraven", this.logs.toString())
					.replace("broker=\"kafka:9092\"", "broker=[\"" + addresses + "\"]"));
	}

	private void awaitRecords(int more) throws Exception {
		int before = Records.inLogs(this.logs).size();
		Awaitility.await("%d records more than %d in %s".formatted(more, before, this.logs))
			.pollInterval(Duration.ofSeconds(1))
			.atMost(Duration.ofMinutes(5))
			.until(() -> Records.inLogs(this.logs).size() >= before + more);
	}

	private void expectAll(KafkaBroker broker) throws Exception {
		Records logged = Records.inLogs(this.logs);
		long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
		Records consumed = broker.consume();
		while (logged.missingIn(consumed) > 0 && System.nanoTime() < end) {
			consumed = broker.consume();
		}
		System.out.printf("Kafka: %d records in the files, %d in the topic, %d lost, %d doubled, %d missing numbers%n",
				logged.size(), consumed.size(), logged.missingIn(consumed), consumed.doubled(), consumed.holes());
		assertThat(logged.missingIn(consumed)).isZero();
		assertThat(consumed.holes()).isZero();
	}

	/**
	 * What happens to the cluster.
	 */
	interface Fault {

		void strike() throws Exception;

	}

}
