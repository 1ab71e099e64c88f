package io.netraven.worker.shipping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

	private static final String NO_ROTATION = "--netraven.logging.rotation.enabled=false";

	private static final Map<String, Outcome> OUTCOMES = new TreeMap<>();

	@TempDir
	private static Path folder;

	@BeforeAll
	static void ship() throws Exception {
		Map<String, Callable<Outcome>> chains = new LinkedHashMap<>();
		chains.put(BOTH_INPUTS + "ECS, every fault",
				() -> Faults.everyFault(new Chain(folder.resolve("1"), Agent.RSYSLOG, LIVE, ECS)));
		chains.put("rsyslog, `worker.log` alone, ECS, logrotate with `copytruncate`, both kills", () -> LogrotateFaults
			.copyAndTruncate(new Chain(folder.resolve("6"), Agent.RSYSLOG_LIVE, LIVE, ECS, NO_ROTATION)));
		chains.put("rsyslog, `*.log` alone, text, all but absence",
				() -> Faults.withoutAbsence(new Chain(folder.resolve("2"), Agent.RSYSLOG_LIVE, "*.log", TEXT), true));
		chains.put("syslog-ng, `worker.log`, ECS, restarts and both kills",
				() -> Faults.withoutAbsence(new Chain(folder.resolve("4"), Agent.SYSLOG_NG, LIVE, ECS), false));
		chains.put("syslog-ng, `worker.log`, text, restarts and both kills",
				() -> Faults.withoutAbsence(new Chain(folder.resolve("5"), Agent.SYSLOG_NG, LIVE, TEXT), false));
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

}
