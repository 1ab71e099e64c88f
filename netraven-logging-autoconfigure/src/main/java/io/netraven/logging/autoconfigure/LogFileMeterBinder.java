package io.netraven.logging.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.metrics.LogFileMetrics;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * {@link MeterBinder} for the log file if there is one: at once or, for a file that is
 * set later, when the application is ready. Thread-safe.
 */
class LogFileMeterBinder implements MeterBinder, ApplicationListener<ApplicationReadyEvent> {

	private final ObjectProvider<LogFileWriter> writer;

	/**
	 * Registries that wait for a file.
	 */
	private final List<MeterRegistry> waiting = new ArrayList<>();

	LogFileMeterBinder(ObjectProvider<LogFileWriter> writer) {
		this.writer = writer;
	}

	@Override
	public synchronized void bindTo(MeterRegistry registry) {
		LogFileWriter file = this.writer.getIfAvailable();
		if (file != null) {
			bind(registry, file);
		}
		else {
			this.waiting.add(registry);
		}
	}

	@Override
	public synchronized void onApplicationEvent(ApplicationReadyEvent event) {
		this.writer.ifAvailable((file) -> {
			this.waiting.forEach((registry) -> bind(registry, file));
			this.waiting.clear();
		});
	}

	private static void bind(MeterRegistry registry, LogFileWriter file) {
		new LogFileMetrics(file::status, JvmLogFile.get()::masked).bindTo(registry);
	}

}
