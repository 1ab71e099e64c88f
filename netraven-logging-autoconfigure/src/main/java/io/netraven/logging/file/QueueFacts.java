package io.netraven.logging.file;

import org.jspecify.annotations.Nullable;

/**
 * What the {@link WriteQueue} knows at one moment.
 *
 * @param open whether a file has been opened
 * @param closed whether lines are taken no more
 * @param failure why the file takes no lines
 * @param turnLasted for how many nanoseconds the present turn has lasted, 0 without one
 * @param stallNanos from how many nanoseconds on a turn is a stall
 * @param added position of the newest line
 * @param written position up to which lines are written
 * @param halfFull whether half of the buffer is used
 * @param lines how many lines wait
 * @param bytes how much memory they use
 * @param counters what was counted
 * @author NetRaven maintainers
 */
record QueueFacts(boolean open, boolean closed, @Nullable WriteFailure failure, long turnLasted, long stallNanos,
		long added, long written, boolean halfFull, long lines, long bytes, WriteCounters counters) {

	boolean isStalled() {
		return this.turnLasted > this.stallNanos;
	}

}
