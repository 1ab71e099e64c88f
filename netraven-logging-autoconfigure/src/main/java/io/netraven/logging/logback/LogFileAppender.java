package io.netraven.logging.logback;

import java.time.Instant;
import java.util.List;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;

/**
 * Gives every event that reaches the root logger's appenders to the file. It is attached
 * behind the others, so standard output has a line before the file is asked to take it.
 * <p>
 * Logback stops the appenders one by one and detaches them only then. An event that is
 * under way at that moment may have been taken by the others already, so a stopped
 * appender still takes what was logged before it was stopped, or while one of the others
 * had not been.
 *
 * @author NetRaven maintainers
 */
class LogFileAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	/** Name of the appender. */
	static final String NAME = "NETRAVEN_FILE";

	private final RootAppenders root;

	private final CurrentSink sinks;

	private volatile @Nullable Stop stop;

	LogFileAppender(RootAppenders root, CurrentSink sinks) {
		this.root = root;
		this.sinks = sinks;
		setName(NAME);
	}

	@Override
	public void doAppend(ILoggingEvent event) {
		LogFileSink sink = this.sinks.get();
		if (sink != null && accepts(event) && getFilterChainDecision(event) != FilterReply.DENY) {
			sink.take(event);
		}
	}

	@Override
	protected void append(ILoggingEvent event) {
		doAppend(event);
	}

	boolean accepts(ILoggingEvent event) {
		return !Passage.current().wasTakenByStandIn(event) && isInTime(event);
	}

	final boolean isInTime(ILoggingEvent event) {
		Stop stop = this.stop;
		return stop == null || stop.isInTime(event);
	}

	@Override
	public void stop() {
		if (this.stop == null) {
			this.stop = new Stop(Instant.now(), this.root.others());
		}
		super.stop();
	}

	final RootAppenders root() {
		return this.root;
	}

	private record Stop(Instant at, List<Appender<ILoggingEvent>> others) {

		boolean isInTime(ILoggingEvent event) {
			return !event.getInstant().isAfter(this.at) || this.others.stream().anyMatch(Appender::isStarted);
		}

	}

}
