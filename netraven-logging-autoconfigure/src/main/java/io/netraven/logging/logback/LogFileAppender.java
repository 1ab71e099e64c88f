package io.netraven.logging.logback;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;

/**
 * Appender that hands the events of the root logger to the log file. It is attached after
 * the other appenders, so standard output has a line before the file is asked to take it.
 */
class LogFileAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	/** Name of the appender. */
	static final String NAME = "NETRAVEN_FILE";

	private final AtomicReference<@Nullable LogFileSink> sink;

	private volatile @Nullable Map<String, Level> levelsAtReset;

	LogFileAppender(AtomicReference<@Nullable LogFileSink> sink) {
		this.sink = sink;
		setName(NAME);
	}

	/**
	 * Ignores whether this appender is started. A reset of Logback stops the appenders
	 * one by one and detaches them only then: an event that standard output has taken may
	 * arrive here after that.
	 */
	@Override
	public void doAppend(ILoggingEvent event) {
		LogFileSink sink = this.sink.get();
		if (sink != null && accepts(event) && getFilterChainDecision(event) != FilterReply.DENY) {
			sink.take(event);
		}
	}

	@Override
	protected void append(ILoggingEvent event) {
		doAppend(event);
	}

	boolean accepts(ILoggingEvent event) {
		return !Passage.current().wasTakenByStandIn(event) && passesLevelAtReset(event);
	}

	private boolean passesLevelAtReset(ILoggingEvent event) {
		Map<String, Level> levels = this.levelsAtReset;
		return levels == null
				|| event.getLevel().isGreaterOrEqual(levels.getOrDefault(event.getLoggerName(), Level.TRACE));
	}

	/**
	 * Keeps the levels from before the reset: after it the root logger is at DEBUG, and
	 * an outdated list of appenders may still lead here.
	 * @param levels effective level of each logger, by name
	 */
	void resetBegins(Map<String, Level> levels) {
		this.levelsAtReset = levels;
	}

}
