package io.netraven.logging.logback;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import io.netraven.logging.file.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogFileAppender} and what is behind it.
 *
 * @author NetRaven maintainers
 */
class LogFileAppenderTests {

	@TempDir
	private Path folder;

	@Test
	void theThresholdOfTheFileHolds() {
		MockEnvironment environment = new MockEnvironment().withProperty("logging.pattern.file", "%m%n")
			.withProperty("logging.threshold.file", "WARN");
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), environment)) {
			file.attach();
			logger(file).info("quiet");
			logger(file).warn("loud");
			assertThat(file.lines()).containsExactly("loud");
		}
	}

	@Test
	void aValueThatLogsWhenItIsFormattedIsWrittenInTheOrderOfTheConsole() {
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), "%level %msg%n")) {
			RecordingConsole.attach(file.context());
			file.attach();
			logger(file).info("value {}", new Object() {

				@Override
				public String toString() {
					logger(file).info("formatting");
					return "formatted";
				}

			});
			assertThat(file.lines()).containsExactlyElementsOf(RecordingConsole.linesOf(file.context()))
				.containsExactly("INFO formatting", "INFO value formatted");
		}
	}

	@Test
	void anEncoderThatLogsWheneverItEncodesComesToAnEnd() {
		CapturedFile file = CapturedFile.encodedBy(this.folder.resolve("a.log"), (logback) -> new TestEncoder() {

			@Override
			String text(ILoggingEvent event) {
				logback.getLogger("encoder").info("encoding");
				return event.getMessage();
			}

		});
		try (file) {
			file.attach();
			logger(file).info("at work");
			assertThat(file.lines()).containsExactly("encoding", "at work");
			assertThat(file.sink().unencodable()).isEqualTo(1);
		}
	}

	@Test
	void aLineThatCannotBeEncodedIsReplacedAtItsPlaceAndSaidOnce() {
		CapturedFile file = CapturedFile.encodedBy(this.folder.resolve("a.log"), (logback) -> new TestEncoder() {

			@Override
			String text(ILoggingEvent event) {
				if (event.getMessage().startsWith("bad")) {
					throw new IllegalArgumentException("no");
				}
				return event.getFormattedMessage();
			}

		});
		try (file) {
			RecordingConsole.attach(file.context());
			file.attach();
			logger(file).info("good");
			logger(file).info("bad 1");
			logger(file).info("bad 2");
			logger(file).info("good again");
			assertThat(file.lines()).hasSize(5)
				.startsWith("good", "(could not be encoded: java.lang.IllegalArgumentException: no) bad 1")
				.endsWith("(could not be encoded: java.lang.IllegalArgumentException: no) bad 2", "good again");
			assertThat(RecordingConsole.linesOf(file.context())).contains("INFO bad 1", "INFO bad 2")
				.filteredOn((line) -> line.startsWith("WARN A log line could not be encoded"))
				.hasSize(1);
			assertThat(file.context().getStatusManager().getCopyOfStatusList()).isEmpty();
		}
	}

	@Test
	void anErrorOfTheEncoderDoesNotReachTheLogCall() {
		CapturedFile file = CapturedFile.encodedBy(this.folder.resolve("a.log"), (logback) -> new TestEncoder() {

			@Override
			String text(ILoggingEvent event) {
				throw new StackOverflowError();
			}

		});
		try (file) {
			file.attach();
			logger(file).info("at work");
			assertThat(file.sink().unencodable()).isPositive();
		}
	}

	@Test
	void aGapIsAnOrdinaryWarningInTheFormatOfTheFile() {
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), "%d{ss.SSS,UTC} %p %c %t %X%m%n")) {
			Gap gap = new Gap(12, Instant.parse("2026-11-22T10:00:00.123Z"), Instant.parse("2026-11-22T10:00:05.456Z"),
					"no space left");
			file.context().getMDCAdapter().put("job", "of another");
			assertThat(file.encode(gap)).isEqualTo("05.456 WARN io.netraven.logging netraven-log-file 12 log lines are "
					+ "missing here: from 2026-11-22T10:00:00.123Z to 2026-11-22T10:00:05.456Z: no space left\n");
		}
	}

	@Test
	void detachedItTakesNothing() {
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), "%m%n")) {
			file.attach();
			logger(file).info("attached");
			file.detach();
			logger(file).info("detached");
			file.context().reset();
			file.context().stop();
			assertThat(file.lines()).containsExactly("attached");
			assertThat(file.context().getCopyOfListenerList()).isEmpty();
		}
	}

	@Test
	void anAppenderOfASecondClassLoaderGivesWay() {
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), "%m%n")) {
			RecordingConsole foreign = RecordingConsole.attach(file.context());
			foreign.setName(LogFileAppender.NAME);
			file.attach();
			assertThat(file.context().getLogger("ROOT").isAttached(foreign)).isFalse();
		}
	}

	private static Logger logger(CapturedFile file) {
		Logger logger = file.context().getLogger("com.example.Worker");
		logger.setLevel(Level.DEBUG);
		return logger;
	}

	private abstract static class TestEncoder extends EncoderBase<ILoggingEvent> {

		abstract String text(ILoggingEvent event);

		@Override
		public byte[] encode(ILoggingEvent event) {
			return text(event).getBytes(StandardCharsets.UTF_8);
		}

		@Override
		public byte[] headerBytes() {
			return new byte[0];
		}

		@Override
		public byte[] footerBytes() {
			return new byte[0];
		}

	}

}
