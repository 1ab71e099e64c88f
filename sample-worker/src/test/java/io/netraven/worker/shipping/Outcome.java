package io.netraven.worker.shipping;

/**
 * What came of one chain.
 *
 * @param records how many records the worker's files have
 * @param lost how many of them the central store does not have
 * @param doubled how many it had twice before the receiver was restarted or the agent
 * killed
 * @param doubledByKill how many more it had twice in the end
 * @param holes how many numbers of a start the central store lacks below its highest
 */
record Outcome(int records, long lost, long doubled, long doubledByKill, long holes) {

	static final String HEAD = """
			| agent, format, faults | records | lost | doubled | doubled by a restart of the receiver and `kill -9` of the agent | missing numbers |
			|---|---|---|---|---|---|
			""";

	String row(String name) {
		return "| %s | %d | %d | %d | %d | %d |%n".formatted(name, this.records, this.lost, this.doubled,
				this.doubledByKill, this.holes);
	}

}
