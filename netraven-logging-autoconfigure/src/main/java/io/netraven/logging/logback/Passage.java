package io.netraven.logging.logback;

import java.util.ArrayDeque;
import java.util.Deque;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * State of the current thread while it passes an event to the appenders.
 */
final class Passage {

	private static final ThreadLocal<Passage> CURRENT = ThreadLocal.withInitial(Passage::new);

	/**
	 * Most events that wait for one: an encoder that always logs must come to an end.
	 */
	private static final int MOST_WAITING = 100;

	private final Deque<ILoggingEvent> waiting = new ArrayDeque<>();

	private boolean encoding;

	private boolean encodingWaiting;

	private @Nullable ILoggingEvent takenByStandIn;

	private Passage() {
	}

	static Passage current() {
		return CURRENT.get();
	}

	boolean isEncoding() {
		return this.encoding;
	}

	void encoding(boolean begins) {
		this.encoding = begins;
		this.encodingWaiting &= begins;
	}

	/**
	 * Keeps an event that was logged while another one is encoded, until that is done: a
	 * formatter would write the one into the other.
	 * @param event the event
	 * @return whether it is kept; not if it was logged while such an event is encoded
	 */
	boolean keep(ILoggingEvent event) {
		if (this.encodingWaiting || this.waiting.size() == MOST_WAITING) {
			return false;
		}
		event.prepareForDeferredProcessing();
		this.waiting.add(event);
		return true;
	}

	@Nullable ILoggingEvent nextWaiting() {
		ILoggingEvent next = this.waiting.poll();
		this.encodingWaiting = next != null;
		return next;
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
