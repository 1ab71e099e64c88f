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
 * {@link LoggerContext} that only the encoder of the file uses. Its objects and
 * properties survive a reset of the application's context, and errors of the encoder do
 * not become configuration errors of the application.
 */
final class FormatContext extends LoggerContext {

	private final LoggerContext application;

	FormatContext(Environment environment, LoggerContext application) {
		this.application = application;
		setName("netraven-log-file");
		putObject(Environment.class.getName(), environment);
		putConversionRules();
		new LogbackLoggingSystemProperties(environment, (name) -> defaultValue(environment, name), this::putIfPresent)
			.apply();
	}

	/**
	 * Registers Spring Boot's conversion words and those of the application, which win.
	 */
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

	/**
	 * Return a property of the format, or else one of the application's logging context,
	 * for converters that read it when they are used.
	 * @param key name of the property
	 * @return the value, or {@code null} if there is none
	 */
	@Override
	public @Nullable String getProperty(String key) {
		String value = super.getProperty(key);
		return (value != null) ? value : this.application.getProperty(key);
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

	/**
	 * Resolves variables against Spring Boot's properties, the application's context and
	 * the system, in this order.
	 * @param text text with variables
	 * @return the resolved text, or the text itself if it cannot be parsed
	 */
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
