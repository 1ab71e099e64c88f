package io.netraven.logging.logback;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;

import org.springframework.boot.json.JsonWriter;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Creates the {@link Masker} of an application from its environment.
 */
final class MaskerFactory {

	private static final String PREFIX = "netraven.logging.masking.";

	private static final JsonWriter<Object> JSON = JsonWriter.standard();

	private MaskerFactory() {
	}

	/**
	 * Creates a masker of the secrets that an environment has now.
	 * @param environment the environment of the application
	 * @param context has loggers with the names of classes, which are no secrets
	 * @param charset the charset of the file
	 * @param masked counts what is masked
	 * @return the masker
	 */
	static Masker create(Environment environment, LoggerContext context, Charset charset, LongAdder masked) {
		MaskingLevel level = MaskingLevel.of(environment.getProperty(PREFIX + "level"));
		if (level == MaskingLevel.OFF) {
			return Masker.NONE;
		}
		SecretNames names = new SecretNames(list(environment, "additional-keys"), list(environment, "ignored-keys"));
		Set<String> values = new LinkedHashSet<>(list(environment, "additional-values"));
		values.addAll(SecretValues.in(environment, names, partsOfClassNames(context)));
		Set<String> forms = values.stream().flatMap((value) -> forms(value).stream()).collect(Collectors.toSet());
		return new Masker(names, forms, level == MaskingLevel.PATTERNS, charset, masked);
	}

	private static List<String> list(Environment environment, String name) {
		List<String> elements = new ArrayList<>();
		String element = environment.getProperty(PREFIX + name + "[0]");
		while (element != null) {
			elements.add(element);
			element = environment.getProperty(PREFIX + name + "[" + elements.size() + "]");
		}
		elements.addAll(StringUtils.commaDelimitedListToSet(environment.getProperty(PREFIX + name, "")));
		return elements.stream().map(String::strip).filter((text) -> !text.isEmpty()).toList();
	}

	private static Collection<String> partsOfClassNames(LoggerContext context) {
		return context.getLoggerList()
			.stream()
			.map(Logger::getName)
			.flatMap((name) -> Arrays.stream(name.split("[.$]")))
			.collect(Collectors.toSet());
	}

	/**
	 * Returns how a secret may be written: as it is, in JSON, in a URL and in Base64.
	 * @param value the secret
	 * @return its forms
	 */
	private static Set<String> forms(String value) {
		String json = JSON.writeToString(value);
		String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		return new LinkedHashSet<>(List.of(value, json.substring(1, json.length() - 1), url, url.replace("+", "%20"),
				Base64.getEncoder().withoutPadding().encodeToString(bytes),
				Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
	}

}
