package io.netraven.benchmarks.contender;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logback with one appender, in the context that SLF4J is bound to: one made by hand has
 * no MDC adapter, which makes every event many times dearer.
 */
final class LogbackLog implements OpenLog {

	private final LoggerContext context;

	private final Logger logger = LoggerFactory.getLogger(Line.LOGGER);

	private LogbackLog(LoggerContext context) {
		this.context = context;
	}

	static LogbackLog open(Appender<ILoggingEvent> appender) {
		LoggerContext context = emptyContext();
		appender.setContext(context);
		appender.start();
		if (!appender.isStarted()) {
			throw new IllegalStateException(
					"The appender does not start: " + context.getStatusManager().getCopyOfStatusList());
		}
		context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(appender);
		return new LogbackLog(context);
	}

	static LoggerContext emptyContext() {
		LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
		context.stop();
		context.reset();
		context.start();
		context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
		return context;
	}

	@Override
	public void log(long number) {
		this.logger.info(Line.MESSAGE, number, Line.CUSTOMER);
	}

	@Override
	public void close() {
		this.context.stop();
	}

}
