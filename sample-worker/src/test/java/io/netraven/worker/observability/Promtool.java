package io.netraven.worker.observability;

import java.nio.file.Path;

import io.netraven.worker.Command;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prometheus' own tool, from Debian's package.
 */
final class Promtool {

	private Promtool() {
	}

	/**
	 * Check a file of rules.
	 * @param rules the file
	 * @throws IllegalStateException if the tool finds a mistake
	 */
	static void check(Path rules) {
		Command.run(path(), "check", "rules", rules.toString());
	}

	/**
	 * Run the tests of a file.
	 * @param tests the file
	 * @throws IllegalStateException if one of them fails
	 */
	static void test(Path tests) {
		Command.run(path(), "test", "rules", tests.toString());
	}

	private static String path() {
		String path = System.getenv("NETRAVEN_PROMTOOL");
		assertThat(path).as("NETRAVEN_PROMTOOL, the path that .ci/promtool prints").isNotNull();
		return path;
	}

}
