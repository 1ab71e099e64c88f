package io.netraven.benchmarks.contender;

import java.nio.file.Path;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import net.logstash.logback.appender.LoggingEventAsyncDisruptorAppender;
import org.slf4j.LoggerFactory;

import org.springframework.util.unit.DataSize;

/**
 * Appenders that Logback's users pick.
 */
final class LogbackAppenders {

	static final long NEVER_FULL = DataSize.ofTerabytes(1).toBytes();

	private static final int QUEUE = 8192;

	private LogbackAppenders() {
	}

	/**
	 * As Spring Boot sets it up, but never full.
	 * @param file where the lines go
	 * @param immediateFlush whether every line is written at once, which is the default
	 * @return an appender that is not started
	 */
	static RollingFileAppender<ILoggingEvent> rolling(Path file, boolean immediateFlush) {
		LoggerContext context = context();
		RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
		appender.setName("FILE");
		appender.setContext(context);
		appender.setFile(file.toString());
		appender.setEncoder(encoder(context));
		appender.setImmediateFlush(immediateFlush);
		SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
		policy.setContext(context);
		policy.setParent(appender);
		policy.setFileNamePattern(file + ".%d{yyyy-MM-dd}.%i.gz");
		policy.setMaxFileSize(new FileSize(NEVER_FULL));
		policy.setMaxHistory(7);
		appender.setRollingPolicy(policy);
		policy.start();
		return appender;
	}

	static PatternLayoutEncoder encoder(LoggerContext context) {
		PatternLayoutEncoder encoder = new PatternLayoutEncoder();
		encoder.setContext(context);
		encoder.setPattern(Line.LOGBACK_PATTERN);
		encoder.start();
		return encoder;
	}

	/**
	 * Logback's own asynchronous appender, which never discards here.
	 * @param file where the lines go
	 * @return an appender that is not started
	 */
	static Appender<ILoggingEvent> async(Path file) {
		AsyncAppender appender = new AsyncAppender();
		appender.setContext(context());
		appender.setQueueSize(QUEUE);
		appender.setDiscardingThreshold(0);
		appender.setMaxFlushTime(0);
		appender.addAppender(started(rolling(file, true)));
		return appender;
	}

	/**
	 * The disruptor appender, which waits for room for as long as it takes.
	 * @param file where the lines go
	 * @param immediateFlush whether its own appender writes every line at once; otherwise
	 * the lines of a batch are written at its end
	 * @return an appender that is not started
	 */
	static Appender<ILoggingEvent> disruptor(Path file, boolean immediateFlush) {
		LoggingEventAsyncDisruptorAppender appender = new LoggingEventAsyncDisruptorAppender();
		appender.setContext(context());
		appender.setRingBufferSize(QUEUE);
		appender.setAppendTimeout(ch.qos.logback.core.util.Duration.buildByMilliseconds(-1));
		appender.addAppender(rolling(file, immediateFlush));
		return appender;
	}

	static LoggerContext context() {
		return (LoggerContext) LoggerFactory.getILoggerFactory();
	}

	private static Appender<ILoggingEvent> started(Appender<ILoggingEvent> appender) {
		appender.start();
		return appender;
	}

}
