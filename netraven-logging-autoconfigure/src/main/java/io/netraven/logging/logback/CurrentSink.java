package io.netraven.logging.logback;

import org.jspecify.annotations.Nullable;

/**
 * Where the appenders of a logger context find the file of the moment.
 *
 * @author NetRaven maintainers
 */
final class CurrentSink {

	private volatile @Nullable LogFileSink sink;

	@Nullable LogFileSink get() {
		return this.sink;
	}

	void set(@Nullable LogFileSink sink) {
		this.sink = sink;
	}

}
