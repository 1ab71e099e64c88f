package io.netraven.logging.logback;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import org.jspecify.annotations.Nullable;

/**
 * A reset of Logback, as an appender sees it: the appenders are stopped one by one,
 * detached only then, and the levels go last. An event that is under way at that moment
 * may have been taken by the other appenders already. So it is in time if it was logged
 * before they were seen to be stopped, and passes the level of before.
 * <p>
 * Limit: the other appenders may have refused such an event by a moment. Then the file
 * has a line that standard output has lost.
 *
 * @author NetRaven maintainers
 */
final class AppenderReset {

	private final List<Appender<ILoggingEvent>> others;

	private final Map<String, Level> levels;

	private volatile @Nullable Instant othersStopped;

	AppenderReset(RootAppenders root) {
		this.others = root.others();
		this.levels = root.levels();
	}

	boolean isInTime(ILoggingEvent event) {
		return passesLevel(event) && (isAnotherStarted() || !event.getInstant().isAfter(othersStopped()));
	}

	private boolean passesLevel(ILoggingEvent event) {
		return event.getLevel().isGreaterOrEqual(this.levels.getOrDefault(event.getLoggerName(), Level.TRACE));
	}

	private boolean isAnotherStarted() {
		for (Appender<ILoggingEvent> other : this.others) {
			if (other.isStarted()) {
				return true;
			}
		}
		return false;
	}

	private Instant othersStopped() {
		Instant stopped = this.othersStopped;
		if (stopped == null) {
			stopped = Instant.now();
			this.othersStopped = stopped;
		}
		return stopped;
	}

}
