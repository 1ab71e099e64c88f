package io.netraven.logging.logback;

import java.util.concurrent.atomic.AtomicReference;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the {@link LogFileAppender} from a reset of Logback until it is configured
 * again. It accepts an event only if another appender is attached, because standard
 * output has no lines before that, and only if the event's logger would log it now,
 * because a reset sets the root logger to DEBUG.
 * <p>
 * Limit: an event that found no other appender, in a thread that was suspended right
 * there until one was attached, is in the file although standard output missed it.
 */
final class StandInAppender extends LogFileAppender {

	private final RootAppenders root;

	StandInAppender(AtomicReference<@Nullable LogFileSink> sink, RootAppenders root) {
		super(sink);
		this.root = root;
	}

	@Override
	boolean accepts(ILoggingEvent event) {
		if (!this.root.hasOthers()) {
			return false;
		}
		this.root.refresh();
		if (!isEnabledBesideOthers(event)) {
			return false;
		}
		Passage.current().takenByStandIn(event);
		return true;
	}

	/**
	 * Return whether the event is enabled at a level that has not been set by the next
	 * reset, which would have detached the others.
	 * @param event event that has been logged
	 * @return whether its logger would log it now
	 */
	private boolean isEnabledBesideOthers(ILoggingEvent event) {
		return this.root.isEnabled(event) && this.root.hasOthers();
	}

}
