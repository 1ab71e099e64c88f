package io.netraven.logging.logback;

import java.nio.file.Path;
import java.util.List;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

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

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "logstash", "gelf" })
	void valueThatLogsWhileItIsWrittenGivesWholeRecords(String format) {
		MockEnvironment environment = new MockEnvironment().withProperty("logging.structured.format.file", format);
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), environment)) {
			Logger root = this.context.getLogger(Logger.ROOT_LOGGER_NAME);
			Appender<ILoggingEvent> appender = toSinkOf(file);
			root.addAppender(appender);
			try {
				logWithAValueThatLogs(60);
			}
			finally {
				root.detachAppender(appender);
			}
			List<String> lines = file.lines();
			assertThat(lines).hasSizeGreaterThanOrEqualTo(120)
				.allMatch((line) -> line.startsWith("{\"") && line.endsWith("}"))
				.allSatisfy((line) -> JsonPath.parse(line));
			assertThat(lines.stream().filter((line) -> line.contains("\"line "))).hasSize(60);
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

	private void logWithAValueThatLogs(int events) {
		Logger logger = this.context.getLogger("com.example.Worker");
		Object device = new Object() {

			@Override
			public String toString() {
				logger.warn("nested");
				return "router";
			}

		};
		for (int i = 0; i < events; i++) {
			logger.atWarn().addKeyValue("device", device).log("line {}", i);
		}
	}

}
