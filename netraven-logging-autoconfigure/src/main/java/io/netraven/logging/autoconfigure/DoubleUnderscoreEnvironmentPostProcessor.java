package io.netraven.logging.autoconfigure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.PropertySourceInfo;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.boot.origin.OriginTrackedValue;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * {@link EnvironmentPostProcessor} that maps environment variables with two underscores
 * between levels and one between words to properties, as in
 * {@code NETRAVEN_LOGGING__ROTATION__MAX_FILE_SIZE}. Underscores are ignored when names
 * are compared. If several variables match one property, Spring Boot's own form wins,
 * then the variable with the fewest underscores. Logs one warning per variable that
 * matches no property.
 */
class DoubleUnderscoreEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	static final String SOURCE_NAME = "netravenLoggingEnvironment";

	static final Set<String> PROPERTIES = PropertyNames.of(NetravenLoggingProperties.PREFIX,
			NetravenLoggingProperties.class);

	private static final Map<String, String> PROPERTY_BY_LETTERS = PROPERTIES.stream()
		.collect(Collectors.toUnmodifiableMap(DoubleUnderscoreEnvironmentPostProcessor::letters,
				(property) -> property));

	/**
	 * Variables that Kubernetes makes for a Service named {@code netraven-logging}.
	 */
	private static final Pattern OF_A_KUBERNETES_SERVICE = Pattern.compile("NETRAVEN_LOGGING(_[A-Z0-9_]+)?_"
			+ "(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

	private final Log logger;

	DoubleUnderscoreEnvironmentPostProcessor(DeferredLogFactory logFactory) {
		this.logger = logFactory.getLog(DoubleUnderscoreEnvironmentPostProcessor.class);
	}

	@Override
	public int getOrder() {
		return ConfigDataEnvironmentPostProcessor.ORDER - 1;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String systemEnvironment = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		if (environment.getPropertySources().get(systemEnvironment) instanceof EnumerablePropertySource<?> variables) {
			Map<String, Object> properties = read(variables);
			if (!properties.isEmpty()) {
				environment.getPropertySources()
					.addAfter(systemEnvironment, new OriginTrackedMapPropertySource(SOURCE_NAME, properties));
			}
		}
	}

	private Map<String, Object> read(EnumerablePropertySource<?> variables) {
		String prefix = letters(prefix(variables));
		Map<String, Object> properties = new HashMap<>();
		for (String variable : Arrays.stream(variables.getPropertyNames()).sorted().toList()) {
			String letters = letters(variable);
			if (letters.startsWith(prefix + letters(NetravenLoggingProperties.PREFIX))) {
				String property = PROPERTY_BY_LETTERS.get(letters.substring(prefix.length()));
				if (property != null) {
					properties.putIfAbsent(property, OriginTrackedValue.of(variables.getProperty(variable),
							new SystemEnvironmentOrigin(variable)));
				}
				else {
					report(variable);
				}
			}
		}
		return properties;
	}

	private void report(String variable) {
		if (!OF_A_KUBERNETES_SERVICE.matcher(variable).matches()) {
			UnknownNames.report(this.logger, "Environment variable", variable,
					PROPERTIES.stream().map(DoubleUnderscoreEnvironmentPostProcessor::variable).toList());
		}
	}

	static boolean isProperty(String name) {
		return PROPERTY_BY_LETTERS.containsKey(letters(name));
	}

	static String variable(String property) {
		String name = property.substring(NetravenLoggingProperties.PREFIX.length());
		return "NETRAVEN_LOGGING" + name.replace(".", "__").replace("-", "_").toUpperCase(Locale.ROOT);
	}

	private static String prefix(PropertySource<?> variables) {
		@Nullable String prefix = (variables instanceof PropertySourceInfo info) ? info.getPrefix() : null;
		return (prefix != null) ? prefix : "";
	}

	private static String letters(String name) {
		return name.replaceAll("[._-]", "").toUpperCase(Locale.ROOT);
	}

}
