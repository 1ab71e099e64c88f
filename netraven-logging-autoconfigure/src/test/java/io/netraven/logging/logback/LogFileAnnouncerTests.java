package io.netraven.logging.logback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netraven.logging.file.Delivery;
import io.netraven.logging.file.LogFileFigures;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.LogFileState;
import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.Outage;
import io.netraven.logging.file.RotationSettings;
import io.netraven.logging.file.RotationSettings.Period;
import io.netraven.logging.file.Rotations;
import io.netraven.logging.file.UntrustedFolder;
import io.netraven.logging.file.WriteDiagnosis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogFileAnnouncer}.
 */
class LogFileAnnouncerTests {

	private static final WriteDiagnosis DIAGNOSIS = new WriteDiagnosis("the folder /x belongs to root",
			"As root: chown 10001:10001 '/x'");

	private final LoggerContext context = new LoggerContext();

	private final ListAppender<ILoggingEvent> said = new ListAppender<>();

	private final LogFileAnnouncer announcer = new LogFileAnnouncer(this.context.getLogger("io.netraven.logging"),
			settings("/x/worker.log", Rotations.of(true, 10 << 20, Period.NONE, 1 << 30, true)));

	@BeforeEach
	void listen() {
		this.said.start();
		this.context.getLogger("ROOT").addAppender(this.said);
	}

	@AfterEach
	void stop() {
		this.context.stop();
	}

	@Test
	void theOpenedFileIsToldWithWhatItMayBecome() {
		this.announcer.opened(status());
		assertThat(said()).containsExactly("INFO Log file /x/worker.log is open. Delivery: sync. Archived at 10 MB, at "
				+ "most 1 GB with its archives");
	}

	@Test
	void theOpenedFileIsToldWithItsPeriod() {
		announcer(Rotations.of(true, 1536 << 10, Period.DAILY, 1536 << 20, true)).opened(status());
		assertThat(said()).singleElement()
			.asString()
			.endsWith("Archived at 1536 kB and at midnight, at most 1536 MB with its archives");
	}

	@Test
	void theOpenedFileIsToldToHaveNoLimitWithoutRotation() {
		announcer(Rotations.of(false, 1 << 20, Period.DAILY, 1 << 30, true)).opened(status());
		assertThat(said()).singleElement().asString().endsWith("Rotation is off: nothing limits its size");
	}

	@Test
	void anOutageIsToldWithItsCauseAndEndsWithTheCureWhole() {
		this.announcer.failed(outage(Duration.ZERO, 1, 0));
		assertThat(said()).containsExactly("WARN Log file /x/worker.log cannot be written: the folder /x belongs to "
				+ "root. Lines go on to stdout, and up to 8 MB of them are kept for the file, which is tried again and "
				+ "again. What to do: As root: chown 10001:10001 '/x'");
	}

	@Test
	void aReminderTellsLengthAndLoss() {
		this.announcer.stillFailing(outage(Duration.ofMinutes(65), 345, 1));
		assertThat(said()).singleElement()
			.asString()
			.startsWith(
					"WARN Log file /x/worker.log cannot be written for 1 h 5 min now: the folder /x belongs to root. "
							+ "345 lines are kept for the file, 1 is lost to it.");
	}

	@Test
	void theEndOfAnOutageIsTold() {
		this.announcer.recovered(outage(Duration.ofMillis(12300), 345, 0));
		assertThat(said()).containsExactly(
				"INFO Log file /x/worker.log takes lines again after 12 s; 345 kept lines were written, 0 were lost.");
	}

	@Test
	void aPathCannotDriveATerminal() {
		new LogFileAnnouncer(this.context.getLogger("io.netraven.logging"),
				settings("/x\u001b[2J\u0000", Rotations.of(true, 1, Period.NONE, 1, true)))
			.followed("moved");
		assertThat(said()).containsExactly("INFO Log file /x\\u001b[2J\\u0000: moved");
	}

	@Test
	void theNewNameOfAFileCannotForgeALine() {
		this.announcer.followed("it is /x/\n2026-11-22 INFO all is well\r\u0085\u2028 now");
		assertThat(said()).singleElement().asString().doesNotContainPattern("[\\p{Cc}\\p{Zl}]").contains("/x/\\n2026");
	}

	private LogFileAnnouncer announcer(RotationSettings rotation) {
		return new LogFileAnnouncer(this.context.getLogger("io.netraven.logging"), settings("/x/worker.log", rotation));
	}

	private static LogFileSettings settings(String file, RotationSettings rotation) {
		return new LogFileSettings(file, Delivery.SYNC, 8 << 20, Duration.ofMillis(50), Duration.ofSeconds(5), Set.of(),
				null, UntrustedFolder.NOTE, rotation);
	}

	private static LogFileStatus status() {
		return new LogFileStatus("/x/worker.log", LogFileState.WRITING, null, null, 1, 1, 0, 0, 0, 0, null, null, -1,
				new LogFileFigures(0, 0, 0, 0, 0, 0, 0, 0, null), null);
	}

	private static Outage outage(Duration length, long kept, long lost) {
		return new Outage("/x/worker.log", DIAGNOSIS, Instant.EPOCH, length, kept, lost);
	}

	private List<String> said() {
		return this.said.list.stream().map((event) -> event.getLevel() + " " + event.getFormattedMessage()).toList();
	}

}
