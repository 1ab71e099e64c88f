package io.netraven.worker.shipping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.netraven.worker.Command;
import io.netraven.worker.NeedsDocker;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Real agents on the files of a worker that rotates them: what its files have is in the
 * central store, once. The chains run side by side.
 */
@NeedsDocker
class ShippingIT {

	private static final String ECS = "--logging.structured.format.file=ecs";

	private static final String TEXT = "--logging.structured.format.file=";

	private static final String BOTH_INPUTS = "rsyslog, both inputs, ";

	private static final String LIVE = "worker.log";

	private static final Duration RECEIVER_IS_AWAY = Duration.ofSeconds(2);

	private static final Map<String, Outcome> OUTCOMES = new TreeMap<>();

	@TempDir
	private static Path folder;

	@BeforeAll
	static void ship() throws Exception {
		Map<String, Callable<Outcome>> chains = new LinkedHashMap<>();
		chains.put(BOTH_INPUTS + "ECS, every fault",
				() -> everyFault(new Chain(folder.resolve("1"), Agent.RSYSLOG, LIVE, ECS)));
		chains.put(BOTH_INPUTS + "ECS, logrotate with `create`, both kills", ShippingIT::logrotate);
		chains.put("rsyslog, `*.log` alone, text, all but absence",
				() -> withoutAbsence(new Chain(folder.resolve("2"), Agent.RSYSLOG_LIVE, "*.log", TEXT), true));
		chains.put("syslog-ng, `worker.log`, ECS, restarts and both kills",
				() -> withoutAbsence(new Chain(folder.resolve("4"), Agent.SYSLOG_NG, LIVE, ECS), false));
		chains.put("syslog-ng, `worker.log`, text, restarts and both kills",
				() -> withoutAbsence(new Chain(folder.resolve("5"), Agent.SYSLOG_NG, LIVE, TEXT), false));
		ExecutorService executor = Executors.newFixedThreadPool(chains.size());
		Map<String, Future<Outcome>> running = new LinkedHashMap<>();
		chains.forEach((name, chain) -> running.put(name, executor.submit(chain)));
		executor.shutdown();
		for (Map.Entry<String, Future<Outcome>> chain : running.entrySet()) {
			OUTCOMES.put(chain.getKey(), chain.getValue().get());
		}
		report();
	}

	private static void report() throws IOException {
		StringBuilder table = new StringBuilder(Outcome.HEAD);
		OUTCOMES.forEach((name, outcome) -> table.append(outcome.row(name)));
		System.out.println(table);
		Files.writeString(Path.of("target/shipping.md"), table);
	}

	@Test
	void everyRecordOfTheFilesIsInTheCentralStore() {
		assertThat(OUTCOMES).hasSize(5).allSatisfy((name, outcome) -> assertThat(outcome.lost()).isZero());
	}

	/**
	 * At a rotation both inputs may read the last records.
	 */
	@Test
	void anAgentOfTheLiveFileAloneShipsNoneTwiceUnlessTheReceiverWasAwayOrTheAgentKilled() {
		assertThat(OUTCOMES).allSatisfy((name, outcome) -> {
			if (!name.startsWith(BOTH_INPUTS)) {
				assertThat(outcome.doubled()).isZero();
			}
		});
	}

	/**
	 * A worker that is killed may have taken a number on one thread while the other one
	 * has written the next.
	 */
	@Test
	void theCentralStoreSeesByTheNumbersAloneThatNoneIsMissing() {
		assertThat(OUTCOMES)
			.allSatisfy((name, outcome) -> assertThat(outcome.holes()).isLessThan(ShippedLinesApplication.THREADS));
	}

	/**
	 * The agent is restarted twice, away over three rotations and killed, the receiver is
	 * away for a while, the worker is killed.
	 */
	private static Outcome everyFault(Chain chain) throws Exception {
		try (chain) {
			restartAgent(chain);
			chain.agent().stop();
			chain.awaitArchives(3);
			chain.agent().start();
			chain.awaitRecords();
			long doubled = chain.central().received().doubled();
			chain.central().restart(RECEIVER_IS_AWAY);
			chain.awaitRecords();
			return killBoth(chain, doubled);
		}
	}

	/**
	 * The same for an agent that is not told what a file is called once it is archived:
	 * it is not away while the file is archived.
	 * @param chain the chain
	 * @param answered whether the agent hears that its receiver has got a record
	 * @return what came of it
	 */
	private static Outcome withoutAbsence(Chain chain, boolean answered) throws Exception {
		try (chain) {
			restartAgent(chain);
			chain.awaitArchives(1);
			long doubled = chain.central().received().doubled();
			if (answered) {
				chain.central().restart(RECEIVER_IS_AWAY);
				chain.awaitRecords();
			}
			chain.awaitArchives(1);
			return killBoth(chain, doubled);
		}
	}

	private static Outcome logrotate() throws Exception {
		Path own = folder.resolve("3");
		try (Chain chain = new Chain(own, Agent.RSYSLOG_AND_LOGROTATE, LIVE, ECS,
				"--netraven.logging.rotation.enabled=false")) {
			for (int i = 0; i < 3; i++) {
				chain.awaitRecords();
				Path configuration = Files.writeString(own.resolve("logrotate.conf"), """
						%s {
							su root root
							rotate 9
							create
							nocompress
						}
						""".formatted(chain.logs().resolve("worker.log")));
				Command.run("logrotate", "--force", "--state", own.resolve("state").toString(),
						configuration.toString());
			}
			return killBoth(chain, chain.central().received().doubled());
		}
	}

	private static void restartAgent(Chain chain) throws Exception {
		for (int i = 0; i < 2; i++) {
			chain.awaitArchives(1);
			chain.awaitAgent();
			chain.agent().stop();
			chain.agent().start();
		}
		chain.awaitRecords();
	}

	private static Outcome killBoth(Chain chain, long doubled) throws Exception {
		chain.killAgentWhileTheWorkerStands();
		chain.awaitRecords();
		chain.killWorkerAndStartAnother();
		chain.awaitRecords();
		chain.stopWorker();
		Records logged = chain.logged();
		Records received = chain.central().awaitAll(logged);
		return new Outcome(logged.size(), logged.missingIn(received), doubled, received.doubled() - doubled,
				received.holes());
	}

}
