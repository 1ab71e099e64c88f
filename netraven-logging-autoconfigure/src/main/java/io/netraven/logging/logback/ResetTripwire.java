package io.netraven.logging.logback;

import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * Learns of every reset of a logger context. Logback forgets all context listeners, even
 * reset-resistant ones, when a context is stopped, and Spring Boot stops it whenever it
 * initialises logging; but each reset cancels the context's scheduled tasks, after the
 * appenders are detached and before its listeners are told. This is such a task.
 *
 * @author NetRaven maintainers
 */
final class ResetTripwire implements ScheduledFuture<Void> {

	private final Runnable action;

	ResetTripwire(Runnable action) {
		this.action = action;
	}

	@Override
	public boolean cancel(boolean mayInterruptIfRunning) {
		this.action.run();
		return false;
	}

	@Override
	public boolean isCancelled() {
		return false;
	}

	@Override
	public boolean isDone() {
		return false;
	}

	@Override
	public @Nullable Void get() {
		return null;
	}

	@Override
	public @Nullable Void get(long timeout, TimeUnit unit) {
		return null;
	}

	@Override
	public long getDelay(TimeUnit unit) {
		return Long.MAX_VALUE;
	}

	@Override
	public int compareTo(Delayed other) {
		return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
	}

}
