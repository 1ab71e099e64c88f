package io.netraven.logging.logback;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * State of the current thread while it passes an event to the appenders.
 * <p>
 * The thread keeps nothing but objects of the JDK: it may outlive the application, as
 * those of a servlet container do, and an object of the application's classes would keep
 * its class loader.
 */
final class Passage {

	private static final ThreadLocal<@Nullable Object[]> STATE = ThreadLocal.withInitial(() -> new @Nullable Object[4]);

	private static final int WAITING = 0;

	private static final int ENCODING = 1;

	private static final int ENCODING_WAITING = 2;

	private static final int TAKEN_BY_STAND_IN = 3;

	/**
	 * Most events that wait for one: an encoder that always logs must come to an end.
	 */
	private static final int MOST_WAITING = 100;

	private final @Nullable Object[] state;

	private Passage(@Nullable Object[] state) {
		this.state = state;
	}

	static Passage current() {
		return new Passage(STATE.get());
	}

	boolean isEncoding() {
		return this.state[ENCODING] != null;
	}

	void encoding(boolean begins) {
		this.state[ENCODING] = flag(begins);
		this.state[ENCODING_WAITING] = flag(begins && this.state[ENCODING_WAITING] != null);
	}

	/**
	 * Keeps an event that was logged while another one is encoded, until that is done: a
	 * formatter would write the one into the other.
	 * @param event the event
	 * @return whether it is kept; not if it was logged while such an event is encoded
	 */
	boolean keep(ILoggingEvent event) {
		Deque<ILoggingEvent> waiting = waiting();
		if (this.state[ENCODING_WAITING] != null || waiting.size() == MOST_WAITING) {
			return false;
		}
		event.prepareForDeferredProcessing();
		waiting.add(event);
		return true;
	}

	@Nullable ILoggingEvent nextWaiting() {
		ILoggingEvent next = (this.state[WAITING] != null) ? waiting().poll() : null;
		this.state[ENCODING_WAITING] = flag(next != null);
		return next;
	}

	@SuppressWarnings("unchecked")
	private Deque<ILoggingEvent> waiting() {
		Object waiting = this.state[WAITING];
		if (waiting == null) {
			waiting = new ArrayDeque<ILoggingEvent>();
			this.state[WAITING] = waiting;
		}
		return (Deque<ILoggingEvent>) waiting;
	}

	void takenByStandIn(ILoggingEvent event) {
		this.state[TAKEN_BY_STAND_IN] = new WeakReference<>(event);
	}

	boolean wasTakenByStandIn(ILoggingEvent event) {
		Object taken = this.state[TAKEN_BY_STAND_IN];
		if (taken != null) {
			this.state[TAKEN_BY_STAND_IN] = null;
		}
		return taken instanceof WeakReference<?> reference && reference.get() == event;
	}

	private static @Nullable Boolean flag(boolean value) {
		return (value) ? Boolean.TRUE : null;
	}

}
