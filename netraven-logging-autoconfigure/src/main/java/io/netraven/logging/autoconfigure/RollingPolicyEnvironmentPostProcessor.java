package io.netraven.logging.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.netraven.logging.logback.OwnLog;
import org.apache.commons.logging.Log;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * {@link EnvironmentPostProcessor} that provides the sizes and the history of
 * {@code logging.logback.rollingpolicy} as defaults for those of the rotation, and logs
 * one warning for the properties of that policy that do not apply to the log file.
 */
class RollingPolicyEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	static final String SOURCE_NAME = "netravenLoggingRollingPolicy";

	private static final String POLICY = "logging.logback.rollingpolicy.";

	private static final String ROTATION = NetravenLoggingProperties.PREFIX + ".rotation.";

	private static final List<String> SIZES = List.of("max-file-size", "total-size-cap");

	private static final String HISTORY = "max-history";

	private static final String PATTERN = "file-name-pattern";

	private static final Map<String, String> OTHERS = Map.of(HISTORY, "max-age", "clean-history-on-start", "max-age",
			PATTERN, "period");

	private final Log logger;

	RollingPolicyEnvironmentPostProcessor(DeferredLogFactory logFactory) {
		this.logger = logFactory.getLog(RollingPolicyEnvironmentPostProcessor.class);
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (!StringUtils.hasText(NetravenLoggingProperties.file(environment))) {
			return;
		}
		Map<String, Object> sizes = sizes(environment);
		boolean honoured = canWork(environment, sizes);
		if (honoured) {
			environment.getPropertySources().addLast(new MapPropertySource(SOURCE_NAME, sizes));
		}
		boolean historyHonoured = provideHistory(environment);
		List<String> ignored = new ArrayList<>();
		OTHERS.keySet()
			.stream()
			.sorted()
			.filter((name) -> isSet(environment, POLICY + name) && !(historyHonoured && name.equals(HISTORY)))
			.forEach(ignored::add);
		SIZES.stream().filter((size) -> !honoured && sizes.containsKey(ROTATION + size)).forEach(ignored::add);
		if (!ignored.isEmpty() && !isSet(environment, "logging.file.name")
				&& !isSet(environment, "logging.file.path")) {
			report(ignored);
		}
	}

	private static Map<String, Object> sizes(ConfigurableEnvironment environment) {
		Map<String, Object> sizes = new LinkedHashMap<>();
		for (String name : SIZES) {
			String value = environment.getProperty(POLICY + name);
			if (StringUtils.hasText(value) && !isSet(environment, ROTATION + name)) {
				sizes.put(ROTATION + name, value);
			}
		}
		return sizes;
	}

	/**
	 * Provides the history as the maximum age of archives: with the usual pattern it is a
	 * number of days.
	 * @param environment the environment
	 * @return whether the history applies to the log file
	 */
	private static boolean provideHistory(ConfigurableEnvironment environment) {
		String days = environment.getProperty(POLICY + HISTORY, "").trim();
		boolean honoured = days.matches("[1-9]\\d{0,3}") && !isSet(environment, POLICY + PATTERN)
				&& !isSet(environment, ROTATION + "max-age");
		if (honoured) {
			environment.getPropertySources()
				.addLast(new MapPropertySource(SOURCE_NAME + "History", Map.of(ROTATION + "max-age", days + "d")));
		}
		return honoured;
	}

	private static boolean canWork(ConfigurableEnvironment environment, Map<String, Object> sizes) {
		try {
			DataSize maxFileSize = size(environment, sizes, "max-file-size", DataSize.ofMegabytes(10));
			DataSize totalSizeCap = size(environment, sizes, "total-size-cap", DataSize.ofGigabytes(1));
			return maxFileSize.toKilobytes() > 0 && totalSizeCap.toBytes() / 3 >= maxFileSize.toBytes();
		}
		catch (BindException | IllegalArgumentException ex) {
			return false;
		}
	}

	private static DataSize size(ConfigurableEnvironment environment, Map<String, Object> sizes, String name,
			DataSize defaultSize) {
		Object value = sizes.get(ROTATION + name);
		return (value != null) ? DataSize.parse(value.toString().trim())
				: Binder.get(environment).bind(ROTATION + name, DataSize.class).orElse(defaultSize);
	}

	private static boolean isSet(ConfigurableEnvironment environment, String name) {
		return StringUtils.hasText(environment.getProperty(name));
	}

	private void report(List<String> ignored) {
		OwnLog.of(this.logger)
			.warn("Spring Boot's rolling policy does not apply to the log file in %s".formatted(ignored.stream()
				.map((name) -> "%s%s (instead there is %s%s)".formatted(POLICY, name, ROTATION,
						OTHERS.getOrDefault(name, name)))
				.collect(Collectors.joining(", "))));
	}

}
