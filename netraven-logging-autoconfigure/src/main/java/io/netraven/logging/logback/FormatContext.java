package io.netraven.logging.logback;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.spi.ScanException;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.util.OptionHelper;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.logging.logback.ColorConverter;
import org.springframework.boot.logging.logback.CorrelationIdConverter;
import org.springframework.boot.logging.logback.EnclosedInSquareBracketsConverter;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.boot.logging.logback.LogbackLoggingSystemProperties;
import org.springframework.boot.logging.logback.WhitespaceThrowableProxyConverter;
import org.springframework.core.env.Environment;

/**
 * A logger context of the encoder's own, that no log event ever passes. What an encoder
 * needs stays in it when the application's context is reset, and what an encoder
 * complains of does not become a configuration error of the application.
 *
 * @author NetRaven maintainers
 */
final class FormatContext extends LoggerContext {

	private final LoggerContext application;

	FormatContext(Environment environment, LoggerContext application) {
		this.application = application;
		setName("netraven-log-file");
		setPackagingDataEnabled(application.isPackagingDataEnabled());
		putObject(Environment.class.getName(), environment);
		putConversionRules();
		new LogbackLoggingSystemProperties(environment, (name) -> defaultValue(environment, name), this::putIfPresent)
			.apply();
	}

	// Spring Boot's, and above them those of the application's own configuration
	private void putConversionRules() {
		Map<Object, Object> rules = new HashMap<>();
		rules.put("clr", (Supplier<?>) ColorConverter::new);
		rules.put("correlationId", (Supplier<?>) CorrelationIdConverter::new);
		rules.put("esb", (Supplier<?>) EnclosedInSquareBracketsConverter::new);
		rules.put("wex", (Supplier<?>) WhitespaceThrowableProxyConverter::new);
		rules.put("wEx", (Supplier<?>) ExtendedWhitespaceThrowableProxyConverter::new);
		rules.putAll(applicationRules(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS));
		putObject(CoreConstants.PATTERN_RULE_REGISTRY_FOR_SUPPLIERS, rules);
		putObject(CoreConstants.PATTERN_RULE_REGISTRY, applicationRules(CoreConstants.PATTERN_RULE_REGISTRY));
	}

	private Map<?, ?> applicationRules(String registry) {
		return (this.application.getObject(registry) instanceof Map<?, ?> rules) ? new HashMap<>(rules) : Map.of();
	}

	private void putIfPresent(String name, @Nullable String value) {
		if (value != null) {
			putProperty(name, value);
		}
	}

	private static @Nullable String defaultValue(Environment environment, @Nullable String name) {
		boolean expected = environment.getProperty(LoggingSystem.EXPECT_CORRELATION_ID_PROPERTY, Boolean.class, false);
		String correlation = LoggingSystemProperty.CORRELATION_PATTERN.getApplicationPropertyName();
		return (expected && correlation != null && correlation.equals(name)) ? "%correlationId" : null;
	}

	// * With Spring Boot's properties first, then the application's context, then the *
	// system
	String resolve(String text) {
		try {
			return OptionHelper.substVars(text, this, this.application);
		}
		catch (ScanException | IllegalArgumentException ex) {
			return text;
		}
	}

	@Nullable String firstError() {
		return getStatusManager().getCopyOfStatusList()
			.stream()
			.filter((status) -> status.getLevel() == Status.ERROR)
			.map(Status::getMessage)
			.findFirst()
			.orElse(null);
	}

}
