package io.netraven.logging.logback;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * An exception without hostile text in its messages and those of its causes.
 */
final class SafeThrowable implements IThrowableProxy {

	private final IThrowableProxy throwable;

	private final @Nullable IThrowableProxy cause;

	private final IThrowableProxy[] suppressed;

	private SafeThrowable(IThrowableProxy throwable, Map<IThrowableProxy, SafeThrowable> known) {
		this.throwable = throwable;
		known.put(throwable, this);
		this.cause = of(throwable.getCause(), known);
		IThrowableProxy[] others = throwable.getSuppressed();
		this.suppressed = new IThrowableProxy[(others != null) ? others.length : 0];
		for (int i = 0; i < this.suppressed.length; i++) {
			IThrowableProxy safe = of(others[i], known);
			this.suppressed[i] = (safe != null) ? safe : others[i];
		}
	}

	static @Nullable IThrowableProxy of(@Nullable IThrowableProxy throwable) {
		return of(throwable, new IdentityHashMap<>());
	}

	/**
	 * Returns whether no message of an exception and its causes would be escaped.
	 * @param throwable the exception
	 * @return {@code true} also if there is none
	 */
	static boolean isClean(@Nullable IThrowableProxy throwable) {
		return isClean(throwable, Collections.newSetFromMap(new IdentityHashMap<>()));
	}

	private static boolean isClean(@Nullable IThrowableProxy throwable, Set<IThrowableProxy> seen) {
		if (throwable == null || !seen.add(throwable)) {
			return true;
		}
		IThrowableProxy[] suppressed = throwable.getSuppressed();
		return HostileText.isClean(throwable.getMessage() + throwable.getOverridingMessage())
				&& isClean(throwable.getCause(), seen)
				&& (suppressed == null || Arrays.stream(suppressed).allMatch((other) -> isClean(other, seen)));
	}

	private static @Nullable IThrowableProxy of(@Nullable IThrowableProxy throwable,
			Map<IThrowableProxy, SafeThrowable> known) {
		if (throwable == null) {
			return null;
		}
		SafeThrowable safe = known.get(throwable);
		return (safe != null) ? safe : new SafeThrowable(throwable, known);
	}

	@Override
	public @Nullable String getMessage() {
		return safe(this.throwable.getMessage());
	}

	@Override
	public @Nullable String getOverridingMessage() {
		return safe(this.throwable.getOverridingMessage());
	}

	private static @Nullable String safe(@Nullable String message) {
		return (message != null) ? HostileText.block(message) : null;
	}

	@Override
	public String getClassName() {
		return this.throwable.getClassName();
	}

	@Override
	public StackTraceElementProxy[] getStackTraceElementProxyArray() {
		return this.throwable.getStackTraceElementProxyArray();
	}

	@Override
	public int getCommonFrames() {
		return this.throwable.getCommonFrames();
	}

	@Override
	public @Nullable IThrowableProxy getCause() {
		return this.cause;
	}

	@Override
	public IThrowableProxy[] getSuppressed() {
		return this.suppressed;
	}

	@Override
	public boolean isCyclic() {
		return this.throwable.isCyclic();
	}

}
