package io.netraven.benchmarks.contender;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.builder.api.AppenderComponentBuilder;
import org.apache.logging.log4j.core.config.builder.api.ComponentBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/**
 * Log4j2 through its own API, with its RollingRandomAccessFile appender.
 */
final class Log4jLog implements OpenLog {

	private final LoggerContext context;

	private final Logger logger;

	private Log4jLog(LoggerContext context) {
		this.context = context;
		this.logger = context.getLogger(Line.LOGGER);
	}

	static Log4jLog open(Path file, boolean asyncLoggers, boolean immediateFlush) {
		LoggerContext context = (asyncLoggers) ? new AsyncLoggerContext("benchmark") : new LoggerContext("benchmark");
		context.start(configuration(file, immediateFlush));
		return new Log4jLog(context);
	}

	private static BuiltConfiguration configuration(Path file, boolean immediateFlush) {
		ConfigurationBuilder<BuiltConfiguration> builder = ConfigurationBuilderFactory.newConfigurationBuilder();
		builder.setStatusLevel(Level.WARN);
		ComponentBuilder<?> policies = builder.newComponent("Policies")
			.addComponent(builder.newComponent("TimeBasedTriggeringPolicy"))
			.addComponent(builder.newComponent("SizeBasedTriggeringPolicy").addAttribute("size", "1 TB"));
		AppenderComponentBuilder appender = builder.newAppender("FILE", "RollingRandomAccessFile")
			.addAttribute("fileName", file.toString())
			.addAttribute("filePattern", file + ".%d{yyyy-MM-dd}.%i.gz")
			.addAttribute("immediateFlush", immediateFlush)
			.addComponent(policies)
			.add(builder.newLayout("PatternLayout").addAttribute("pattern", Line.LOG4J_PATTERN));
		return builder.add(appender)
			.add(builder.newRootLogger(Level.INFO)
				.addAttribute("includeLocation", false)
				.add(builder.newAppenderRef("FILE")))
			.build(false);
	}

	@Override
	public void log(long number) {
		this.logger.info(Line.MESSAGE, number, Line.CUSTOMER);
	}

	@Override
	public void close() {
		this.context.stop(1, TimeUnit.MINUTES);
	}

}
