package io.netraven.worker.shipping;

import java.time.Duration;

/**
 * What happens to the worker, the agent and the receiver of a chain.
 */
final class Faults {

	private static final Duration RECEIVER_IS_AWAY = Duration.ofSeconds(2);

	private Faults() {
	}

	/**
	 * The agent is restarted twice, away over three rotations and killed, the receiver is
	 * away for a while, the worker is killed.
	 */
	static Outcome everyFault(Chain chain) throws Exception {
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
	static Outcome withoutAbsence(Chain chain, boolean answered) throws Exception {
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

	private static void restartAgent(Chain chain) throws Exception {
		for (int i = 0; i < 2; i++) {
			chain.awaitArchives(1);
			chain.awaitAgent();
			chain.agent().stop();
			chain.agent().start();
		}
		chain.awaitRecords();
	}

	static Outcome killBoth(Chain chain, long doubled) throws Exception {
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
