package io.netraven.logging.logback;

import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;

/**
 * Gives every event that reaches the root logger's appenders to the file. It is attached
 * behind the others, so standard output has a line before the file is asked to take it.
 *
 * @author NetRaven maintainers
 */
class LogFileAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	/** Name of the appender. */
	static final String NAME = "NETRAVEN_FILE";

	private final RootAppenders root;

	private final AtomicReference<@Nullable LogFileSink> sink;

	private volatile @Nullable AppenderReset reset;

	LogFileAppender(RootAppenders root, AtomicReference<@Nullable LogFileSink> sink) {
		this.root = root;
		this.sink = sink;
		setName(NAME);
	}

	// Whether it is started does not matter: see AppenderReset
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
		return !Passage.current().wasTakenByStandIn(event) && isInTime(event);
	}

	final boolean isInTime(ILoggingEvent event) {
		AppenderReset reset = this.reset;
		return reset == null || reset.isInTime(event);
	}

	void resetBegins() {
		if (this.reset == null) {
			this.reset = new AppenderReset(this.root);
		}
	}

	final RootAppenders root() {
		return this.root;
	}

}
