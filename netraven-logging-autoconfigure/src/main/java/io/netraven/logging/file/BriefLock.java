package io.netraven.logging.file;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that is held for so short a time that it is cheaper to stay awake for it than to
 * be woken: whoever comes in vain looks again a few times, then lets others run a few
 * times, and only then sleeps.
 *
 * @author NetRaven maintainers
 */
final class BriefLock extends ReentrantLock {

	private static final int SPINS = 30;

	private static final int YIELDS = 10;

	@Override
	public void lock() {
		if (!tryLock() && !lockAwake()) {
			super.lock();
		}
	}

	private boolean lockAwake() {
		for (int i = 0; i < SPINS; i++) {
			Thread.onSpinWait();
			if (!isLocked() && tryLock()) {
				return true;
			}
		}
		for (int i = 0; i < YIELDS; i++) {
			Thread.yield();
			if (tryLock()) {
				return true;
			}
		}
		return false;
	}

}
