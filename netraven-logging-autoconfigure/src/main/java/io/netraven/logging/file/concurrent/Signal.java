package io.netraven.logging.file.concurrent;

import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;

/**
 * Wakes one thread of the engine. A signal that is raised while the thread is awake is
 * kept until it next waits; raising it again has no effect. Any thread may raise it; one
 * thread at a time may wait.
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
	 * Waits until the signal is raised, then resets it. Clears the interrupt status of
	 * the thread.
	 * @param nanos maximum time to wait in nanoseconds; does not wait if not positive
	 * @return whether the signal was raised
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
