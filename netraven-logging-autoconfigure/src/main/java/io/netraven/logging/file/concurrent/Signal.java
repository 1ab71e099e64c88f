package io.netraven.logging.file.concurrent;

import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * Wakes one thread of ours. A signal that is raised while nobody sleeps is kept for the
 * next sleep; raising it twice is raising it once.
 *
 * @author NetRaven maintainers
 */
public final class Signal {

	private volatile boolean raised;

	private volatile @Nullable Thread sleeper;

	public void raise() {
		if (!this.raised) {
			this.raised = true;
			LockSupport.unpark(this.sleeper);
		}
	}

	/**
	 * Sleep until the signal is raised, and take it back.
	 * @param nanos longest to sleep
	 * @return whether it was raised
	 */
	public boolean await(long nanos) {
		this.sleeper = Thread.currentThread();
		if (!this.raised && nanos > 0) {
			LockSupport.parkNanos(this, nanos);
		}
		Thread.interrupted();
		boolean wasRaised = this.raised;
		this.raised = false;
		return wasRaised;
	}

}
