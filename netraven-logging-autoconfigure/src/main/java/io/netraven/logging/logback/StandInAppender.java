package io.netraven.logging.logback;

import java.time.Instant;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the {@link LogFileAppender} from a reset of Logback until it is
 * configured again. After a reset the root logger is at DEBUG and standard output takes
 * nothing, so this appender waits until another one is attached; and of what was logged
 * before that, it takes only what passes the level of now.
 * <p>
 * Limit: a thread that has found no appender but this one, and is held up right there
 * until another one is attached, gets its line into the file though standard output
 * missed it.
 *
 * @author NetRaven maintainers
 */
final class StandInAppender extends LogFileAppender {

	private volatile @Nullable Instant othersSeenAt;

	StandInAppender(RootAppenders root, CurrentSink sinks) {
		super(root, sinks);
	}

	@Override
	boolean accepts(ILoggingEvent event) {
		Instant seenAt = othersSeenAt();
		if (seenAt == null || !isInTime(event)) {
			return false;
		}
		if (!event.getInstant().isAfter(seenAt) && !root().isEnabled(event)) {
			return false;
		}
		Passage.current().takenByStandIn(event);
		return true;
	}

	@Override
	public void stop() {
		othersSeenAt();
		super.stop();
	}

	private @Nullable Instant othersSeenAt() {
		if (this.othersSeenAt == null && isStarted() && root().hasOthers()) {
			this.othersSeenAt = Instant.now();
		}
		return this.othersSeenAt;
	}

}
