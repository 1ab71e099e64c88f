package io.netraven.logging.autoconfigure;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * {@link EnvironmentPostProcessor} that provides {@code netraven.logging.level} as a
 * default for {@code logging.level.root}. An invalid level is ignored here: the binding
 * of {@link NetravenLoggingProperties} fails with an analysis, once logging is set up to
 * show it.
 */
class RootLevelEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	static final String SOURCE_NAME = "netravenLoggingLevel";

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		try {
			Binder.get(environment)
				.bind(NetravenLoggingProperties.PREFIX + ".level", LogLevel.class)
				.ifBound((level) -> environment.getPropertySources()
					.addLast(new MapPropertySource(SOURCE_NAME, Map.of("logging.level.root", level.name()))));
		}
		catch (BindException ex) {
			// Reported when the properties are bound
		}
	}

}
