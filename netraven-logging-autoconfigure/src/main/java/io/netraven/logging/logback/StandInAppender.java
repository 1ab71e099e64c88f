package io.netraven.logging.logback;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

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

	// A log call that passed the level of the reset has reached the appenders by then
	private static final Duration SETTLED = Duration.ofSeconds(1);

	private volatile @Nullable Instant othersSeenAt;

	private volatile boolean resetAgain;

	StandInAppender(RootAppenders root, AtomicReference<@Nullable LogFileSink> sink) {
		super(root, sink);
	}

	@Override
	boolean accepts(ILoggingEvent event) {
		Instant seenAt = othersSeenAt();
		if (seenAt == null || !isInTime(event)) {
			return false;
		}
		if (event.getInstant().isBefore(seenAt.plus(SETTLED))) {
			root().refresh();
			if (!root().isEnabled(event)) {
				return false;
			}
		}
		Passage.current().takenByStandIn(event);
		return true;
	}

	@Override
	void resetBegins() {
		othersSeenAt();
		super.resetBegins();
		this.resetAgain = true;
	}

	private @Nullable Instant othersSeenAt() {
		if (this.othersSeenAt == null && !this.resetAgain && root().hasOthers()) {
			this.othersSeenAt = Instant.now();
		}
		return this.othersSeenAt;
	}

}
