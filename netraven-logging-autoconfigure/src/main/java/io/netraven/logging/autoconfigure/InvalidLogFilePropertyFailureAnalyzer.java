package io.netraven.logging.autoconfigure;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import io.netraven.logging.logback.OwnLog;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.origin.Origin;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * {@link AbstractFailureAnalyzer} for an invalid property of the log file. The analysis
 * has the property, its value and what to write instead. Ordered before Spring Boot's own
 * analyzer, which has no advice for sizes and durations.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class InvalidLogFilePropertyFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

	private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName
		.of(NetravenLoggingProperties.PREFIX);

	private static final String LEVEL = NetravenLoggingProperties.PREFIX + ".level";

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
		if (!PREFIX.equals(cause.getName()) && !PREFIX.isAncestorOf(cause.getName())) {
			return null;
		}
		InvalidConfigurationPropertyValueException impossible = findCause(cause,
				InvalidConfigurationPropertyValueException.class);
		if (impossible != null) {
			return analysis(impossible.getName(), impossible.getValue(), Origin.from(impossible),
					String.valueOf(impossible.getReason()), cause);
		}
		ConfigurationProperty property = cause.getProperty();
		String cure = cure(cause.getTarget().getType().resolve(Object.class));
		return (property != null && cure != null) ? analysis(property.getName().toString(), property.getValue(),
				property.getOrigin(), "It must be %s.".formatted(cure), cause) : null;
	}

	private @Nullable String cure(Class<?> type) {
		if (type == Duration.class) {
			return "a duration such as 50ms, 5s or 1m";
		}
		if (type == DataSize.class) {
			return "a size such as 512KB, 8MB or 1GB";
		}
		if (ClassUtils.resolvePrimitiveIfNecessary(type) == Boolean.class) {
			return "true or false";
		}
		if (type.isEnum()) {
			return Arrays.stream(type.getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
				.collect(Collectors.joining(", ", "one of ", ""));
		}
		return null;
	}

	private FailureAnalysis analysis(String name, @Nullable Object value, @Nullable Object origin, String reason,
			Throwable cause) {
		StringBuilder description = new StringBuilder("%s cannot be set up as configured:%n"
			.formatted(LEVEL.equals(name) ? "The root level" : "The log file"));
		description.append("%n    Property: %s".formatted(name));
		description.append("%n    Value: \"%s\"".formatted(OwnLog.oneLine(String.valueOf(value))));
		if (origin != null) {
			description.append("%n    Origin: %s".formatted(OwnLog.oneLine(origin.toString())));
		}
		description.append("%n    Reason: %s".formatted(OwnLog.oneLine(reason)));
		return new FailureAnalysis(description.toString(),
				"Correct the value of %s, or remove it to have its default.".formatted(name), cause);
	}

}
