package io.netraven.logging.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the current thread is doing on its way through the appenders.
 *
 * @author NetRaven maintainers
 */
final class Passage {

	private static final ThreadLocal<Passage> CURRENT = ThreadLocal.withInitial(Passage::new);

	/**
	 * A value that logs when it is encoded is written; an encoder that always logs ends.
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
