package io.netraven.logging.file.concurrent;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that is held for so short a time that it is cheaper to stay awake for it than to
 * be woken: whoever comes in vain looks again for a while, and only then sleeps. It does
 * not let others run meanwhile, which costs more than the lock is held for.
 *
 * @author NetRaven maintainers
 */
public final class AdaptiveLock extends ReentrantLock {

	/**
	 * Staying awake on the only core would keep the holder from it.
	 */
	private static final int LOOKS = (Runtime.getRuntime().availableProcessors() > 1) ? 100 : 0;

	@Override
	public void lock() {
		if (!tryLock() && !lockAwake()) {
			super.lock();
		}
	}

	private boolean lockAwake() {
		for (int i = 0; i < LOOKS; i++) {
			Thread.onSpinWait();
			if (!isLocked() && tryLock()) {
				return true;
			}
		}
		return false;
	}

}
