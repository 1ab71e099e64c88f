package io.netraven.worker.comparison;

import java.time.Duration;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Whether lines reach the file again once the fault is over, without a restart.
 */
final class Recovery {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private Recovery() {
	}

	/**
	 * Wait for the lines, and let the load run on.
	 * @param process the application
	 * @param written whether the lines are in the file
	 * @return whether they came in time
	 */
	static boolean isSeen(LoadedProcess process, Callable<Boolean> written) throws InterruptedException {
		boolean seen = isTrueInTime(written);
		process.run(500);
		return seen;
	}

	private static boolean isTrueInTime(Callable<Boolean> written) {
		try {
			Awaitility.await().atMost(LIMIT).until(written);
			return true;
		}
		catch (ConditionTimeoutException ex) {
			return false;
		}
	}

}
