package io.netraven.logging.logback;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import ch.qos.logback.classic.Logger;
import io.netraven.logging.file.Gap;
import io.netraven.logging.file.LogFileListener;
import io.netraven.logging.file.LogFileStatus;
import io.netraven.logging.file.Outage;
import io.netraven.logging.file.WriteDiagnosis;
import org.jspecify.annotations.Nullable;

/**
 * Tells each event to the library's own listener first, and then to those of the
 * application. One that fails keeps no other from hearing it. Thread-safe.
 */
final class LogFileListeners implements LogFileListener {

	private final LogFileListener own;

	private final OwnLog log;

	private final List<LogFileListener> others = new CopyOnWriteArrayList<>();

	/**
	 * The status when the file was opened. Changes with the monitor of {@link #others}
	 * held: a listener is added either before that, or told of it.
	 */
	private @Nullable LogFileStatus opened;

	LogFileListeners(LogFileListener own, Logger logger) {
		this.own = own;
		this.log = OwnLog.of(logger);
	}

	/**
	 * Adds a listener. If the file was opened before, that is told at once.
	 * @param listener the listener
	 */
	void add(LogFileListener listener) {
		LogFileStatus before;
		synchronized (this.others) {
			before = this.opened;
			this.others.add(listener);
		}
		if (before != null) {
			tell(listener, (late) -> late.opened(before));
		}
	}

	void remove(LogFileListener listener) {
		this.others.remove(listener);
	}

	private void tellAll(Consumer<LogFileListener> event) {
		tellAll(this.others, event);
	}

	private void tellAll(List<LogFileListener> listeners, Consumer<LogFileListener> event) {
		try {
			event.accept(this.own);
		}
		finally {
			listeners.forEach((listener) -> tell(listener, event));
		}
	}

	private void tell(LogFileListener listener, Consumer<LogFileListener> event) {
		try {
			event.accept(listener);
		}
		catch (RuntimeException | LinkageError ex) {
			this.log.warn("%s has failed on an event of the log file; the next one reaches it again"
				.formatted(listener.getClass().getName()), ex);
		}
	}

	@Override
	public void opened(LogFileStatus status) {
		List<LogFileListener> present;
		synchronized (this.others) {
			this.opened = status;
			present = List.copyOf(this.others);
		}
		tellAll(present, (listener) -> listener.opened(status));
	}

	@Override
	public void failed(Outage outage) {
		tellAll((listener) -> listener.failed(outage));
	}

	@Override
	public void stillFailing(Outage outage) {
		tellAll((listener) -> listener.stillFailing(outage));
	}

	@Override
	public void recovered(Outage outage) {
		tellAll((listener) -> listener.recovered(outage));
	}

	@Override
	public void paused(LogFileStatus status) {
		tellAll((listener) -> listener.paused(status));
	}

	@Override
	public void resumed(LogFileStatus status) {
		tellAll((listener) -> listener.resumed(status));
	}

	@Override
	public void followed(String what) {
		tellAll((listener) -> listener.followed(what));
	}

	@Override
	public void rotated(Path archive) {
		tellAll((listener) -> listener.rotated(archive));
	}

	@Override
	public void degraded(WriteDiagnosis diagnosis) {
		tellAll((listener) -> listener.degraded(diagnosis));
	}

	@Override
	public void dropped(Gap gap) {
		tellAll((listener) -> listener.dropped(gap));
	}

}
