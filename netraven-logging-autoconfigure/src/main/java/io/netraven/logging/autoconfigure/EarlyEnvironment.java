package io.netraven.logging.autoconfigure;

import java.util.Map;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The properties of the log file for a start that has failed, bound to the environment of
 * the application or, if there is none yet, to command line, system properties and
 * environment variables.
 */
final class EarlyEnvironment {

	private final Environment environment;

	private final @Nullable NetravenLoggingProperties properties;

	private EarlyEnvironment(Environment environment, @Nullable NetravenLoggingProperties properties) {
		this.environment = environment;
		this.properties = properties;
	}

	static EarlyEnvironment of(SpringApplication application, String[] args) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(args));
		DeferredLogFactory logFactory = Supplier<Log>::get;
		new DoubleUnderscoreEnvironmentPostProcessor(logFactory).postProcessEnvironment(environment, application);
		return of(environment);
	}

	/**
	 * Binds the properties. If one of them is invalid, all but the file have their
	 * defaults.
	 * @param environment the source environment
	 * @return the environment with the bound properties
	 */
	static EarlyEnvironment of(Environment environment) {
		try {
			return new EarlyEnvironment(environment, NetravenLoggingProperties.get(environment));
		}
		catch (BindException ex) {
			return new EarlyEnvironment(environment, NetravenLoggingProperties.get(fileOnly(environment)));
		}
	}

	private static Environment fileOnly(Environment environment) {
		String name = NetravenLoggingProperties.PREFIX + ".file";
		String file = environment.getProperty(name, "");
		return new StandardEnvironment() {

			@Override
			protected void customizePropertySources(MutablePropertySources propertySources) {
				propertySources.addFirst(new MapPropertySource("file", Map.of(name, file)));
			}

		};
	}

	Environment environment() {
		return this.environment;
	}

	@Nullable NetravenLoggingProperties properties() {
		return this.properties;
	}

}
