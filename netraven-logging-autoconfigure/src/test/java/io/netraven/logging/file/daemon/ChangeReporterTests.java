package io.netraven.logging.file.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.netraven.logging.file.LogFileListener;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ChangeReporter}.
 */
class ChangeReporterTests implements LogFileListener {

	private static final Duration TICK = Duration.ofMillis(500);

	private final ChangeReporter reporter = new ChangeReporter(this);

	private final List<String> said = new ArrayList<>();

	private Instant now = Instant.parse("2026-11-22T10:00:00Z");

	private int changes;

	@Test
	void changesNowAndThenAreEachReported() {
		for (int i = 0; i < 10; i++) {
			change();
			pass(Duration.ofMinutes(11));
		}
		assertThat(this.said).hasSize(10).allMatch((what) -> what.matches("change \\d+"));
	}

	@Test
	void deletionsInALoopAreCounted() {
		changeInALoop(Duration.ofHours(1));
		assertThat(this.said.subList(0, 3)).containsExactly("change 1", "change 2", "change 3");
		assertThat(this.said.get(3)).matches("change \\d+; before that, \\d+ more changes of its path .*");
		assertThat(this.said).hasSizeBetween(5, 6);
	}

	@Test
	void lastChangesOfALoopAreReportedThoughNoneFollows() {
		changeInALoop(Duration.ofSeconds(10));
		pass(Duration.ofMinutes(2));
		assertThat(this.said).last().asString().startsWith("change " + this.changes + ";");
	}

	@Test
	void changeAfterALongCalmIsReportedAtOnce() {
		changeInALoop(Duration.ofMinutes(3));
		pass(Duration.ofMinutes(11));
		this.said.clear();
		change();
		assertThat(this.said).containsExactly("change " + this.changes);
	}

	private void changeInALoop(Duration time) {
		Instant end = this.now.plus(time);
		while (this.now.isBefore(end)) {
			change();
			pass(TICK);
		}
	}

	private void change() {
		this.changes++;
		this.reporter.changed("change " + this.changes, this.now);
	}

	private void pass(Duration time) {
		Instant end = this.now.plus(time);
		while (this.now.isBefore(end)) {
			this.now = this.now.plus(TICK);
			this.reporter.reportHeld(this.now);
		}
	}

	@Override
	public void followed(String what) {
		this.said.add(what);
	}

}
