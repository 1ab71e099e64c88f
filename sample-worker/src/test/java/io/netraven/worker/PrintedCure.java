package io.netraven.worker;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The command at the end of a warning, which is run as it stands there.
 */
final class PrintedCure {

	/**
	 * More than {@code max-retry-interval} (5 s) by what a busy machine needs.
	 */
	private static final Duration SOON = Duration.ofMinutes(1);

	private static final String START = "As root: ";

	private static final String ALIVE = "takes lines again after";

	private final String fault;

	private final Supplier<String> stdout;

	PrintedCure(String fault, Supplier<String> stdout) {
		this.fault = fault;
		this.stdout = stdout;
	}

	/**
	 * Wait for the warning, run the command at its end, and wait until lines reach the
	 * file.
	 * @param command the expected command
	 * @return the warning
	 */
	String run(String command) {
		String warning = awaitWarning(START);
		String printed = warning.substring(warning.indexOf(START) + START.length());
		assertThat(printed).isEqualTo(command);
		healBy(printed);
		return warning;
	}

	/**
	 * Wait for the warning.
	 * @param text what it has
	 * @return the line
	 */
	String awaitWarning(String text) {
		Awaitility.await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> assertThat(warning()).contains(text));
		return warning();
	}

	/**
	 * Run a command, and wait until lines reach the file.
	 * @param command the command
	 */
	void healBy(String command) {
		long before = times();
		Command.run("bash", "-c", command);
		long cured = System.nanoTime();
		Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> times() > before);
		CureTable.add(this.fault, command, Duration.ofNanos(System.nanoTime() - cured));
	}

	private long times() {
		return this.stdout.get().lines().filter((line) -> line.contains(ALIVE)).count();
	}

	private String warning() {
		List<String> warnings = this.stdout.get()
			.lines()
			.filter((line) -> line.contains(" WARN ") && line.contains(" cannot be written"))
			.toList();
		return (warnings.isEmpty()) ? "" : warnings.get(warnings.size() - 1);
	}

}
