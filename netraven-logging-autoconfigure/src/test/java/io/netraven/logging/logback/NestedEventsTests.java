package io.netraven.logging.logback;

import java.nio.file.Path;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events that are logged while another one is encoded: each record is whole and there
 * once, the outer one first.
 */
class NestedEventsTests {

	@TempDir
	private Path folder;

	private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

	@Test
	void gelfWithAKeyThatIsNoGelfNameGivesWholeRecords() {
		MockEnvironment environment = new MockEnvironment().withProperty("logging.structured.format.file", "gelf");
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), environment)) {
			Logger root = this.context.getLogger(Logger.ROOT_LOGGER_NAME);
			Appender<ILoggingEvent> appender = toSinkOf(file);
			root.addAppender(appender);
			try {
				logWithAKeyThatIsNoGelfName(60);
			}
			finally {
				root.detachAppender(appender);
			}
			List<String> lines = file.lines();
			assertThat(lines).hasSizeGreaterThan(60)
				.allMatch((line) -> line.startsWith("{\"version\":\"1.1\"") && line.endsWith("}"))
				.noneMatch((line) -> line.substring(1).contains("{\"version\""));
			assertThat(lines.stream().filter((line) -> line.contains("\"line "))).hasSize(60);
			assertThat(lines.get(0)).contains("\"line 0\"");
		}
	}

	private Appender<ILoggingEvent> toSinkOf(CapturedFile file) {
		AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {

			@Override
			public synchronized void doAppend(ILoggingEvent event) {
				file.sink().take(event);
			}

			@Override
			protected void append(ILoggingEvent event) {
				file.sink().take(event);
			}

		};
		appender.setContext(this.context);
		appender.start();
		return appender;
	}

	private void logWithAKeyThatIsNoGelfName(int events) {
		Logger logger = this.context.getLogger("com.example.Worker");
		MDC.put("bad key!", "value");
		try {
			for (int i = 0; i < events; i++) {
				logger.warn("line {}", i);
			}
		}
		finally {
			MDC.remove("bad key!");
		}
	}

}
