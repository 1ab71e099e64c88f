package io.netraven.logging.autoconfigure;

import java.util.Arrays;
import java.util.Locale;

import org.apache.commons.logging.Log;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * {@link EnvironmentPostProcessor} that logs one warning for each property below
 * {@code netraven.logging} that does not exist, wherever it is set. Environment variables
 * are left to {@link DoubleUnderscoreEnvironmentPostProcessor}.
 */
class UnknownPropertyEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final String PREFIX = NetravenLoggingProperties.PREFIX + ".";

	private final Log logger;

	UnknownPropertyEnvironmentPostProcessor(DeferredLogFactory logFactory) {
		this.logger = logFactory.getLog(UnknownPropertyEnvironmentPostProcessor.class);
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources()
			.stream()
			.filter((source) -> source instanceof EnumerablePropertySource<?>
					&& !(source instanceof SystemEnvironmentPropertySource))
			.flatMap((source) -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
			.filter((name) -> name.toLowerCase(Locale.ROOT).startsWith(PREFIX))
			.filter((name) -> !DoubleUnderscoreEnvironmentPostProcessor.isProperty(name))
			.forEach((name) -> UnknownNames.report(this.logger, "Property", name,
					DoubleUnderscoreEnvironmentPostProcessor.PROPERTIES));
	}

}
