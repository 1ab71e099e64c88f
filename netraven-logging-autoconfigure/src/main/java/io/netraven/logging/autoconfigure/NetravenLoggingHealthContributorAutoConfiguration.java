package io.netraven.logging.autoconfigure;

import io.netraven.logging.file.LogFileWriter;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the health of the log file, the
 * contributor {@code netravenLogging}. It is registered only if a file is set, which is
 * decided at run time, also in an application that was processed ahead of time. Backs off
 * if the application has a contributor of that name.
 */
@AutoConfiguration(after = HealthContributorRegistryAutoConfiguration.class)
@ConditionalOnClass({ HealthContributorRegistry.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(HealthContributorRegistry.class)
@ConditionalOnEnabledHealthIndicator("netravenlogging")
public final class NetravenLoggingHealthContributorAutoConfiguration {

	private static final String DOWN_ON_OUTAGE = "management.health.netravenlogging.down-on-outage";

	NetravenLoggingHealthContributorAutoConfiguration() {
	}

	@Bean
	@Lazy(false)
	LogFileHealthRegistrar netravenLoggingHealthRegistrar(HealthContributorRegistry registry,
			ObjectProvider<LogFileWriter> writer, Environment environment) {
		boolean downOnOutage = Binder.get(environment).bind(DOWN_ON_OUTAGE, Boolean.class).orElse(true);
		return new LogFileHealthRegistrar(registry, writer, downOnOutage);
	}

}
