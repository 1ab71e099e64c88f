package io.netraven.worker.shipping;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.netraven.worker.WorkerProcess;
import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A broker of Apache Kafka in KRaft mode, as a process of its own.
 */
final class KafkaBroker implements AutoCloseable {

	static final String TOPIC = "worker";

	private static final String CLUSTER = "netravenLogShipping001";

	private final Path folder;

	private final int port;

	private final Path configuration;

	private Process process;

	private KafkaBroker(Path folder, int node, List<Integer> ports, List<Integer> controllerPorts) throws Exception {
		this.folder = Files.createDirectories(folder);
		this.port = ports.get(node);
		this.configuration = Files.writeString(folder.resolve("server.properties"), """
				process.roles=broker,controller
				node.id=%1$d
				controller.quorum.voters=%2$s
				listeners=PLAINTEXT://127.0.0.1:%3$d,CONTROLLER://127.0.0.1:%4$d
				advertised.listeners=PLAINTEXT://127.0.0.1:%3$d
				controller.listener.names=CONTROLLER
				log.dirs=%5$s
				num.partitions=3
				default.replication.factor=%6$d
				offsets.topic.replication.factor=%6$d
				min.insync.replicas=%7$d
				group.initial.rebalance.delay.ms=0
				""".formatted(node, voters(controllerPorts), this.port, controllerPorts.get(node),
				folder.resolve("data"), ports.size(), ports.size() / 2 + 1));
		assertThat(run("kafka.tools.StorageTool", "format", "--cluster-id", CLUSTER, "--config",
				this.configuration.toString())
			.waitFor()).isZero();
		this.process = run("kafka.Kafka", this.configuration.toString());
	}

	/**
	 * Start the brokers of a cluster.
	 * @param folder for what they write
	 * @param count how many
	 * @return the brokers, which take connections
	 */
	static List<KafkaBroker> start(Path folder, int count) throws Exception {
		List<Integer> ports = new ArrayList<>();
		List<Integer> controllerPorts = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			ports.add(Central.freePort());
			controllerPorts.add(Central.freePort());
		}
		List<KafkaBroker> brokers = new ArrayList<>();
		try {
			for (int node = 0; node < count; node++) {
				brokers.add(new KafkaBroker(folder.resolve("broker-" + node), node, ports, controllerPorts));
			}
			brokers.forEach(KafkaBroker::awaitReady);
			return brokers;
		}
		catch (Throwable ex) {
			brokers.forEach(KafkaBroker::close);
			throw ex;
		}
	}

	private static String voters(List<Integer> controllerPorts) {
		return IntStream.range(0, controllerPorts.size())
			.mapToObj((node) -> node + "@127.0.0.1:" + controllerPorts.get(node))
			.collect(Collectors.joining(","));
	}

	private void awaitReady() {
		Awaitility.await().atMost(Duration.ofMinutes(5)).until(this::isListening);
	}

	private boolean isListening() {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.port), 500);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Process run(String main, String... arguments) throws IOException {
		return builder(main, arguments).redirectOutput(Redirect.appendTo(this.folder.resolve("output").toFile()))
			.start();
	}

	private ProcessBuilder builder(String main, String... arguments) {
		String jars = System.getenv("NETRAVEN_KAFKA");
		assertThat(jars).as("NETRAVEN_KAFKA, the folder that .ci/kafka prints").isNotNull();
		List<String> command = new ArrayList<>(List.of(WorkerProcess.java(), "-Xmx384m", "-XX:TieredStopAtLevel=1",
				"-cp", jars + File.separator + "*", main));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).directory(this.folder.toFile()).redirectErrorStream(true);
	}

	/**
	 * Stop the broker and start it again.
	 * @param pause how long it is away
	 */
	void restart(Duration pause) throws Exception {
		this.process.destroy();
		assertThat(this.process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		Thread.sleep(pause.toMillis());
		this.process = run("kafka.Kafka", this.configuration.toString());
		awaitReady();
	}

	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/**
	 * Consume the topic from its beginning until nothing comes any more.
	 * @return its records
	 */
	Records consume() throws Exception {
		Path consumed = this.folder.resolve("consumed");
		Process consumer = builder("org.apache.kafka.tools.consumer.ConsoleConsumer", "--bootstrap-server", address(),
				"--topic", TOPIC, "--from-beginning", "--timeout-ms", "10000")
			.redirectOutput(consumed.toFile())
			.start();
		assertThat(consumer.waitFor(5, TimeUnit.MINUTES)).isTrue();
		return Records.in(consumed);
	}

	String address() {
		return "127.0.0.1:" + this.port;
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
