package io.netraven.worker.shipping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.netraven.worker.Command;
import io.netraven.worker.WorkerProcess;
import org.awaitility.Awaitility;

/**
 * A worker, an agent on its files, and the central store that the agent ships to.
 */
final class Chain implements AutoCloseable {

	private final Path folder;

	private final Path logs;

	private final List<String> settings;

	private final Central central;

	private final AgentProcess agent;

	private WorkerProcess worker;

	Chain(Path folder, Agent agent, String names, String... settings) throws IOException {
		this.folder = Files.createDirectories(folder);
		this.logs = Files.createDirectories(folder.resolve("logs"));
		this.settings = List.of(settings);
		this.central = Central.start(folder.resolve("central"));
		this.agent = agent.ship(folder.resolve("agent"), this.logs, this.central, names);
		this.worker = startWorker();
	}

	private WorkerProcess startWorker() throws IOException {
		return ShippedWorker.start(this.folder, live(), this.settings);
	}

	/**
	 * Kill the agent and start it again. The worker stands still meanwhile: a record that
	 * the agent has sent and not confirmed dies with it.
	 */
	void killAgentWhileTheWorkerStands() throws Exception {
		whileTheWorkerStands(() -> {
			this.agent.kill();
			this.agent.start();
		});
	}

	/**
	 * Stop the worker, let the agent ship what there is, then do something.
	 * @param step what to do before the worker goes on
	 */
	void whileTheWorkerStands(Step step) throws Exception {
		String worker = String.valueOf(this.worker.handle().pid());
		Command.run("kill", "-STOP", worker);
		awaitAgent();
		step.run();
		Command.run("kill", "-CONT", worker);
	}

	void killWorkerAndStartAnother() throws IOException {
		this.worker.close();
		this.worker = startWorker();
	}

	void stopWorker() throws InterruptedException {
		this.worker.handle().destroy();
		this.worker.awaitExit();
	}

	/**
	 * Wait until more files are archived.
	 * @param more how many
	 */
	void awaitArchives(int more) throws IOException {
		long before = archives();
		Awaitility.await("%d archives more than %d in %s".formatted(more, before, this.logs))
			.atMost(Duration.ofMinutes(2))
			.until(() -> archives() >= before + more);
	}

	private long archives() throws IOException {
		try (Stream<Path> files = Files.list(this.logs)) {
			return files.filter((file) -> file.getFileName().toString().startsWith("worker.log.")).count();
		}
	}

	/**
	 * Wait until the central store has records that are logged from now on.
	 */
	void awaitRecords() {
		int before = this.central.received().size();
		Awaitility.await("500 records more than " + before + " in " + this.folder)
			.atMost(Duration.ofMinutes(5))
			.until(() -> this.central.received().size() > before + 500);
	}

	/**
	 * Wait until the agent has shipped what the files have by now.
	 */
	void awaitAgent() throws IOException {
		Records logged = logged();
		Awaitility.await("what %s has by now".formatted(this.logs))
			.atMost(Duration.ofMinutes(5))
			.until(() -> logged.missingIn(this.central.received()) == 0);
	}

	Records logged() throws IOException {
		return Records.inLogs(this.logs);
	}

	Path live() {
		return this.logs.resolve("worker.log");
	}

	Path logs() {
		return this.logs;
	}

	Central central() {
		return this.central;
	}

	AgentProcess agent() {
		return this.agent;
	}

	@Override
	public void close() {
		this.worker.close();
		this.agent.close();
		this.central.close();
	}

	/**
	 * What is done in between.
	 */
	interface Step {

		void run() throws Exception;

	}

}
