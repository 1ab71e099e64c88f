package io.netraven.logging.logback;

import ch.qos.logback.core.spi.LifeCycle;

/**
 * Component of a logger context that runs an action when a reset begins. Logback removes
 * all context listeners, even reset-resistant ones, when a context is stopped, and Spring
 * Boot stops it whenever it initializes logging. But each reset begins by stopping the
 * components that are registered with the context.
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
