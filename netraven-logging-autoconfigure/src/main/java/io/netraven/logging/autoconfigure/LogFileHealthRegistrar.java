package io.netraven.logging.autoconfigure;

import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.health.LogFileHealthIndicator;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.ApplicationListener;

/**
 * Adds the health of the log file to the registry if there is a log file: before Spring
 * Boot checks the members of health groups, or else, for a file that came late, when the
 * application is ready.
 *
 * @author NetRaven maintainers
 */
class LogFileHealthRegistrar implements InitializingBean, ApplicationListener<ApplicationReadyEvent> {

	private static final String NAME = "netravenLogging";

	private final HealthContributorRegistry registry;

	private final ObjectProvider<LogFileWriter> writer;

	LogFileHealthRegistrar(HealthContributorRegistry registry, ObjectProvider<LogFileWriter> writer) {
		this.registry = registry;
		this.writer = writer;
	}

	@Override
	public void afterPropertiesSet() {
		register();
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		register();
	}

	private void register() {
		if (this.registry.getContributor(NAME) == null) {
			this.writer.ifAvailable(
					(writer) -> this.registry.registerContributor(NAME, new LogFileHealthIndicator(writer::status)));
		}
	}

}
