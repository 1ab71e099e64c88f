package io.netraven.logging.file.daemon;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.WriteDiagnosis;

/**
 * Keeps what the file thread and the archive thread have to say until the watch thread
 * says it: a listener may block.
 *
 * @author NetRaven maintainers
 */
final class QueuedListener implements LogFileListener {

	private final LogFileListener listener;

	private final Queue<Runnable> messages = new ConcurrentLinkedQueue<>();

	QueuedListener(LogFileListener listener) {
		this.listener = listener;
	}

	@Override
	public void followed(String what) {
		this.messages.add(() -> this.listener.followed(what));
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
	 * Passes on what was kept. Called by the watch thread alone.
	 */
	void deliver() {
		Runnable message = this.messages.poll();
		while (message != null) {
			message.run();
			message = this.messages.poll();
		}
	}

}
