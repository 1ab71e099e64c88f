package io.netraven.logging.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.support.EnvironmentPostProcessorApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * A real application with environment variables and a YAML file of its own.
 */
final class StartedApplication {

	private final Path folder;

	private final Map<String, Object> variables = new HashMap<>();

	private final SpringApplication application = new SpringApplication(Empty.class);

	StartedApplication(Path folder) {
		this.folder = folder;
		StandardEnvironment environment = new StandardEnvironment();
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, this.variables));
		this.application.setEnvironment(environment);
		this.application.setWebApplicationType(WebApplicationType.NONE);
	}

	StartedApplication variable(String name, String value) {
		this.variables.put(name, value);
		return this;
	}

	StartedApplication prefix(String prefix) {
		this.application.setEnvironmentPrefix(prefix);
		return this;
	}

	StartedApplication yaml(String yaml) {
		try {
			Files.writeString(this.folder.resolve("application.yaml"), yaml);
			return this;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Leave logging as it is: only the environment is prepared by Spring Boot.
	 */
	StartedApplication withoutLogging() {
		this.application.setListeners(List.of(new EnvironmentPostProcessorApplicationListener()));
		return this;
	}

	ConfigurableApplicationContext run(String... arguments) {
		this.application.setDefaultProperties(Map.of("spring.main.banner-mode", "off"));
		this.variables.put("SPRING_CONFIG_LOCATION", "optional:file:" + this.folder + "/");
		return this.application.run(arguments);
	}

	void run(Consumer<ConfigurableEnvironment> assertions, String... arguments) {
		try (ConfigurableApplicationContext context = run(arguments)) {
			assertions.accept(context.getEnvironment());
		}
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@ImportAutoConfiguration(NetravenLoggingAutoConfiguration.class)
	static class Empty {

	}

}
