package io.netraven.logging.logback;

import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Marker;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogFileAppender}.
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

	@Test
	void afterAResetALineThatATurboFilterAcceptsIsInTheFileAsOnTheConsole() {
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), "%level %msg%n")) {
			file.attach();
			file.context().reset();
			file.context().getLogger("ROOT").setLevel(Level.INFO);
			file.context().addTurboFilter(new AcceptAll());
			RecordingConsole.attach(file.context());
			file.context().getLogger("com.example.Worker").debug("at work");
			assertThat(file.lines()).containsExactlyElementsOf(RecordingConsole.linesOf(file.context()))
				.containsExactly("DEBUG at work");
		}
	}

	private static Logger logger(CapturedFile file) {
		Logger logger = file.context().getLogger("com.example.Worker");
		logger.setLevel(Level.DEBUG);
		return logger;
	}

	private static final class AcceptAll extends TurboFilter {

		@Override
		public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] params,
				Throwable ex) {
			return FilterReply.ACCEPT;
		}

	}

}
