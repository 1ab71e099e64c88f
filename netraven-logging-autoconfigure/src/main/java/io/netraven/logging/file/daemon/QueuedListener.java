package io.netraven.logging.file.daemon;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.WriteDiagnosis;

/**
 * Queues the events of the file thread and the archive thread for the watch thread,
 * because a listener may block. Thread-safe.
 */
final class QueuedListener implements LogFileListener {

	private final LogFileListener listener;

	private final ChangeReporter changes;

	private final Queue<Runnable> messages = new ConcurrentLinkedQueue<>();

	QueuedListener(LogFileListener listener) {
		this.listener = listener;
		this.changes = new ChangeReporter(listener);
	}

	@Override
	public void followed(String what) {
		this.messages.add(() -> this.changes.changed(what, SteadyTime.now()));
	}

	@Override
	public void rotated(Path archive) {
		this.messages.add(() -> this.listener.rotated(archive));
	}

	@Override
	public void degraded(WriteDiagnosis diagnosis) {
		this.messages.add(() -> this.listener.degraded(diagnosis));
	}

	/**
	 * Delivers the queued events. Must be called by the watch thread only.
	 */
	void deliver() {
		Runnable message = this.messages.poll();
		while (message != null) {
			message.run();
			message = this.messages.poll();
		}
		this.changes.reportHeld(SteadyTime.now());
	}

}
