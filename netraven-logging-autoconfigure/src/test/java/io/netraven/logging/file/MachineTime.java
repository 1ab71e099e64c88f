package io.netraven.logging.file;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ThrowingRunnable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Time as a thread that mostly waits has it on this machine. A bystander counts its own
 * short pauses: on a quiet machine they take as long as they say, on a busy one it gets
 * fewer of them done. What is promised within a second is held against its count, so that
 * a machine that stands still breaks no promise.
 */
public final class MachineTime {

	private static final Duration STEP = Duration.ofMillis(5);

	private static final AtomicLong steps = new AtomicLong();

	static {
		Thread bystander = new Thread(MachineTime::count, "bystander");
		bystander.setDaemon(true);
		bystander.start();
	}

	private MachineTime() {
	}

	private static void count() {
		while (true) {
			LockSupport.parkNanos(STEP.toNanos());
			steps.incrementAndGet();
		}
	}

	public static Duration now() {
		return STEP.multipliedBy(steps.get());
	}

	public static Duration since(Duration start) {
		return now().minus(start);
	}

	/**
	 * Waits until something is so, and checks that it was so in time.
	 * @param promised the longest that it may take
	 * @param patience waits for longer than a busy machine may take
	 * @param assertion what has to become true
	 */
	public static void within(Duration promised, ConditionFactory patience, ThrowingRunnable assertion) {
		Duration start = now();
		patience.untilAsserted(assertion);
		assertThat(since(start)).as("time until it was so").isLessThan(promised);
	}

}
