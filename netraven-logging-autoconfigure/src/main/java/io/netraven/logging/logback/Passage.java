package io.netraven.logging.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * State of the current thread while it passes an event to the appenders.
 *
 * @author NetRaven maintainers
 */
final class Passage {

	private static final ThreadLocal<Passage> CURRENT = ThreadLocal.withInitial(Passage::new);

	/**
	 * Allows a value that logs when it is encoded, and stops an encoder that always logs.
	 */
	private static final int MOST_NESTED = 2;

	private int depth;

	private @Nullable ILoggingEvent takenByStandIn;

	private Passage() {
	}

	static Passage current() {
		return CURRENT.get();
	}

	boolean enter() {
		if (this.depth == MOST_NESTED) {
			return false;
		}
		this.depth++;
		return true;
	}

	void leave() {
		this.depth--;
	}

	void takenByStandIn(ILoggingEvent event) {
		this.takenByStandIn = event;
	}

	boolean wasTakenByStandIn(ILoggingEvent event) {
		boolean taken = (this.takenByStandIn == event);
		this.takenByStandIn = null;
		return taken;
	}

}
