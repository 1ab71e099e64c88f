package io.netraven.logging.logback;

import ch.qos.logback.core.spi.LifeCycle;

/**
 * Learns of every reset of a logger context, before anything else is done. Logback
 * forgets all context listeners, even reset-resistant ones, when a context is stopped,
 * and Spring Boot stops it whenever it initialises logging; but each reset begins by
 * stopping the components that are registered with the context. This is such a component.
 *
 * @author NetRaven maintainers
 */
final class ResetTripwire implements LifeCycle {

	private final Runnable action;

	ResetTripwire(Runnable action) {
		this.action = action;
	}

	@Override
	public boolean isStarted() {
		return true;
	}

	@Override
	public void start() {
	}

	@Override
	public void stop() {
		this.action.run();
	}

}
