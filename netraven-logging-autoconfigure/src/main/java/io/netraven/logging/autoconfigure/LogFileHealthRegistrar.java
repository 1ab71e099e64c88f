package io.netraven.logging.autoconfigure;

import io.netraven.logging.file.LogFileWriter;
import io.netraven.logging.health.LogFileHealthIndicator;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.ApplicationListener;

/**
 * Registers the {@link LogFileHealthIndicator} if there is a log file. This happens
 * before Spring Boot validates the members of health groups or, for a file that is set
 * later, when the application is ready.
 */
class LogFileHealthRegistrar implements InitializingBean, ApplicationListener<ApplicationReadyEvent> {

	private static final String NAME = "netravenLogging";

	private final HealthContributorRegistry registry;

	private final ObjectProvider<LogFileWriter> writer;

	private final boolean downOnOutage;

	LogFileHealthRegistrar(HealthContributorRegistry registry, ObjectProvider<LogFileWriter> writer,
			boolean downOnOutage) {
		this.registry = registry;
		this.writer = writer;
		this.downOnOutage = downOnOutage;
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
			this.writer.ifAvailable((writer) -> this.registry.registerContributor(NAME,
					new LogFileHealthIndicator(writer::status, this.downOnOutage)));
		}
	}

}
