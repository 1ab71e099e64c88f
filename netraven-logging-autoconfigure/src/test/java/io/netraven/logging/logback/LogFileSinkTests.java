package io.netraven.logging.logback;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogFileSink}.
 */
class LogFileSinkTests {

	@TempDir
	private Path folder;

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
			assertThat(file.lines()).containsExactly("at work", "encoding");
			assertThat(file.sink().unencodable()).isEqualTo(1);
			assertThat(file.writer().status().linesLost()).isEqualTo(1);
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

	private static Logger logger(CapturedFile file) {
		return file.context().getLogger("com.example.Worker");
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
