package io.netraven.logging.file.daemon;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.netraven.logging.file.LogFileFigures;
import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileState;
import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.Outage;
import io.netraven.logging.file.WriteDiagnosis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OutageReporter}.
 */
class OutageReporterTests implements LogFileListener {

	private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

	private static final Duration TICK = Duration.ofMillis(250);

	private final OutageHistory history = new OutageHistory();

	private final OutageReporter reporter = new OutageReporter(this, this.history);

	private final List<String> said = new ArrayList<>();

	private final List<Outage> outages = new ArrayList<>();

	private Instant now = START;

	private @Nullable Instant failingSince;

	private LogFileState state = LogFileState.UNAVAILABLE;

	private String reason = "full";

	private long linesWritten;

	private long linesLost;

	@Test
	void healthyFileIsNotMentioned() {
		pass(Duration.ofHours(1));
		assertThat(this.said).isEmpty();
	}

	@Test
	void outageIsSaidWhenItBeginsAtGrowingIntervalsAndWhenItEnds() {
		fail();
		pass(Duration.ofHours(3));
		heal();
		assertThat(this.said).containsExactly("failed after PT0S", "still failing after PT1M",
				"still failing after PT6M", "still failing after PT1H6M", "still failing after PT2H6M",
				"recovered after PT3H");
	}

	@Test
	void outageTellsWhatItHasCostSoFar() {
		this.linesWritten = 10;
		this.linesLost = 5;
		fail();
		this.linesLost = 12;
		pass(Duration.ofMinutes(2));
		this.linesWritten = 110;
		this.linesLost = 30;
		heal();
		assertThat(this.outages).extracting(Outage::linesLost).containsExactly(0L, 7L, 25L);
		assertThat(this.outages.get(2).linesKept()).isEqualTo(100);
	}

	@ParameterizedTest
	@CsvSource({ "PT1S, PT1S", "PT20S, PT10S", "PT70S, PT10S", "PT6M, PT10S", "PT6M, PT5M", "PT6M, PT11M", "PT2M, PT8M",
			"PT59M, PT1S" })
	void flappingFileCausesLessThanTenLinesInAnHour(Duration down, Duration up) {
		while (this.now.isBefore(START.plus(Duration.ofHours(1)))) {
			fail();
			pass(down);
			heal();
			pass(up);
		}
		assertThat(this.said).hasSizeBetween(2, 9);
	}

	@Test
	void outageAfterALongCalmIsSaidAtOnce() {
		for (int i = 0; i < 50; i++) {
			fail();
			pass(Duration.ofSeconds(2));
			heal();
			pass(Duration.ofSeconds(2));
		}
		pass(Duration.ofMinutes(61));
		this.said.clear();
		fail();
		assertThat(this.said).containsExactly("failed after PT0S");
	}

	@Test
	void everyOutageThatWasSaidToBeginIsSaidToEnd() {
		for (int i = 0; i < 20; i++) {
			fail();
			pass(Duration.ofSeconds(30L * i));
			heal();
			pass(Duration.ofSeconds(40));
		}
		long begins = this.said.stream().filter((line) -> line.startsWith("failed")).count();
		assertThat(this.said.stream().filter((line) -> line.startsWith("recovered"))).hasSize((int) begins);
	}

	@Test
	void causeThatChangesIsSaidAtOnce() {
		fail();
		pass(Duration.ofSeconds(3));
		this.reason = "denied";
		pass(Duration.ofSeconds(3));
		assertThat(this.said).containsExactly("failed after PT0S", "still failing after PT3.25S");
		assertThat(this.outages).last().satisfies((last) -> assertThat(last.diagnosis().reason()).isEqualTo("denied"));
	}

	@Test
	void causesThatAlternateAreNoFlood() {
		fail();
		Instant end = this.now.plus(Duration.ofHours(1));
		while (this.now.isBefore(end)) {
			this.reason = this.reason.equals("full") ? "denied" : "full";
			pass(Duration.ofSeconds(1));
		}
		assertThat(this.said).hasSizeBetween(4, 9);
	}

	@Test
	void fileThatWasNeverOpenIsGivenTimeBeforeItIsSaidToHang() {
		this.state = LogFileState.STALLED;
		fail();
		pass(Duration.ofSeconds(4));
		assertThat(this.said).isEmpty();
		this.state = LogFileState.UNAVAILABLE;
		this.reason = "denied";
		pass(TICK);
		assertThat(this.said).containsExactly("failed after PT4.25S");
		assertThat(this.outages.get(0).diagnosis().reason()).isEqualTo("denied");
	}

	@Test
	void fileThatWasNeverOpenIsSaidToHangAfterFiveSeconds() {
		this.state = LogFileState.STALLED;
		fail();
		pass(Duration.ofSeconds(6));
		assertThat(this.said).containsExactly("failed after PT5S");
	}

	@Test
	void fileThatWasOpenIsSaidToHangAtOnce() {
		observe();
		this.state = LogFileState.STALLED;
		fail();
		assertThat(this.said).containsExactly("failed after PT0S");
	}

	@Test
	void lastTenOutagesAreKeptTheLatestFirst() {
		for (int i = 1; i <= 12; i++) {
			fail();
			this.linesLost += i;
			pass(Duration.ofSeconds(i));
			heal();
			pass(Duration.ofSeconds(1));
		}
		assertThat(this.history.outages()).extracting(Outage::linesLost)
			.containsExactly(12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L);
		assertThat(this.history.outages().get(0).length()).isEqualTo(Duration.ofSeconds(12));
	}

	@Test
	void outageThatIsPausedHasNotEnded() {
		fail();
		observe(LogFileState.PAUSED, null);
		assertThat(this.said).hasSize(1);
		assertThat(this.history.outages()).isEmpty();
		heal();
		assertThat(this.said).hasSize(2);
		assertThat(this.history.outages()).hasSize(1);
	}

	private void fail() {
		this.failingSince = this.now;
		observe();
	}

	private void heal() {
		this.failingSince = null;
		observe();
	}

	private void pass(Duration time) {
		Instant end = this.now.plus(time);
		while (this.now.isBefore(end)) {
			this.now = this.now.plus(TICK);
			observe();
		}
	}

	private void observe() {
		Instant since = this.failingSince;
		WriteDiagnosis diagnosis = (since != null) ? new WriteDiagnosis(this.reason, "free some") : null;
		observe((since != null) ? this.state : LogFileState.WRITING, diagnosis);
	}

	private void observe(LogFileState state, @Nullable WriteDiagnosis diagnosis) {
		this.reporter.observe(
				new LogFileStatus("worker.log", state, this.failingSince, diagnosis, this.linesWritten, 0, 0, 0,
						this.linesLost, 0, null, null, -1, new LogFileFigures(0, 0, 0, 0, 0, 0, 0, 0, null), null),
				this.now);
	}

	@Override
	public void failed(Outage outage) {
		hear("failed", outage);
	}

	@Override
	public void stillFailing(Outage outage) {
		hear("still failing", outage);
	}

	@Override
	public void recovered(Outage outage) {
		hear("recovered", outage);
	}

	private void hear(String what, Outage outage) {
		this.said.add(what + " after " + outage.length());
		this.outages.add(outage);
	}

}
