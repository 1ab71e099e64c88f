package io.netraven.logging.file;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lines of several {@link FlatOutLogger}s in one file.
 *
 * @param content the content of the file
 */
record NumberedLines(String content) {

	private List<Integer> of(String logger) {
		return this.content.lines()
			.filter((line) -> line.startsWith(logger + " "))
			.map((line) -> Integer.valueOf(line.substring(logger.length() + 1)))
			.toList();
	}

	/**
	 * Checks that the lines of a thread are in order, and begin with the first one that a
	 * removed file has behind its removal or before, but with none that was thrown away.
	 * @param logger the name of the thread
	 * @param removed the file before this one
	 */
	void assertContinues(String logger, RemovedFile removed) {
		List<Integer> here = of(logger);
		for (int i = 1; i < here.size(); i++) {
			assertThat(here.get(i)).as("line behind %s %d", logger, here.get(i - 1)).isEqualTo(here.get(i - 1) + 1);
		}
		int first = here.get(0);
		List<Integer> all = new NumberedLines(removed.content()).of(logger);
		List<Integer> behind = removed.behindItsRemoval().of(logger);
		int due = (behind.isEmpty()) ? all.get(all.size() - 1) + 1 : behind.get(0);
		assertThat(first).as("first line of %s in the new file", logger).isLessThanOrEqualTo(due);
		List<Integer> thrownAway = removed.thrownAway().of(logger);
		if (!thrownAway.isEmpty()) {
			assertThat(first).as("first line of %s in the new file", logger)
				.isGreaterThan(thrownAway.get(thrownAway.size() - 1));
		}
	}

}
