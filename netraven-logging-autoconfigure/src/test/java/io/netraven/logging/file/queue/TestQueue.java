package io.netraven.logging.file.queue;

import io.netraven.logging.file.GapEncoder;
import io.netraven.logging.file.LogFileSettings;
import io.netraven.logging.file.daemon.TimeLimits;

/**
 * A queue without threads of its own, with both of its sides.
 */
final class TestQueue {

	final QueueMonitor monitor;

	final CallerSide callers;

	final FileThreadSide files;

	TestQueue(LogFileSettings settings, TimeLimits limits, GapEncoder gapEncoder) {
		this.monitor = new QueueMonitor(settings, limits.stall());
		this.callers = new CallerSide(this.monitor, settings, gapEncoder);
		this.files = new FileThreadSide(this.monitor, settings, gapEncoder);
	}

	boolean isMyTurn() {
		return this.monitor.turn.isMine();
	}

	boolean isTurnOf(Thread thread) {
		synchronized (this.monitor) {
			return this.monitor.turn.holder() == thread;
		}
	}

	void write() {
		this.files.write();
	}

	QueueFacts facts() {
		return this.monitor.facts();
	}

	boolean isParked(Thread caller) {
		synchronized (this.monitor) {
			return this.monitor.parked.contains(caller);
		}
	}

}
