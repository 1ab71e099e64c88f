package io.netraven.logging.logback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netraven.logging.file.Outage;
import io.netraven.logging.file.WriteDiagnosis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogFileAnnouncer}.
 *
 * @author NetRaven maintainers
 */
class LogFileAnnouncerTests {

	private static final WriteDiagnosis DIAGNOSIS = new WriteDiagnosis("the folder /x belongs to root",
			"As root: chown 10001:10001 '/x'");

	private final LoggerContext context = new LoggerContext();

	private final ListAppender<ILoggingEvent> said = new ListAppender<>();

	private final LogFileAnnouncer announcer = new LogFileAnnouncer(this.context.getLogger("io.netraven.logging"),
			"/x/worker.log", 8 * 1024 * 1024);

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
		new LogFileAnnouncer(this.context.getLogger("io.netraven.logging"), "/x\u001b[2J\u0000", 1).followed("moved");
		assertThat(said()).containsExactly("INFO Log file /x?[2J?: moved");
	}

	private static Outage outage(Duration length, long kept, long lost) {
		return new Outage("/x/worker.log", DIAGNOSIS, Instant.EPOCH, length, kept, lost);
	}

	private List<String> said() {
		return this.said.list.stream().map((event) -> event.getLevel() + " " + event.getFormattedMessage()).toList();
	}

}
