package io.netraven.logging.logback;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Finds the secrets among the properties of an environment. A value is taken only if it
 * cannot be an ordinary word, since each place where it stands in the file is masked.
 */
final class SecretValues {

	private static final int LONG_ENOUGH = 12;

	private static final int LONG_ENOUGH_WITH_DIGITS = 8;

	private static final Pattern USER_INFO = Pattern.compile("://[^/\\s:@]*:([^/\\s@]+)@");

	private static final Set<String> COMMON = Set.of("changeit", "changeme", "password", "password1", "password12",
			"password123", "passw0rd", "p4ssword", "secret123", "secret1234", "admin123", "administrator", "default1",
			"welcome1", "qwerty123", "test1234", "testtest1234", "letmein123", "12345678", "123456789", "1234567890",
			"123456789012", "abcd1234", "unconfigured", "placeholder", "notconfigured", "not-configured", "development",
			"changeme1234", "user-password", "yourpassword", "your-password");

	private final SecretNames names;

	private final Set<String> ordinary = new HashSet<>();

	private final Set<String> candidates = new LinkedHashSet<>();

	private SecretValues(SecretNames names, Collection<String> ordinary) {
		this.names = names;
		ordinary.forEach((word) -> this.ordinary.add(word.toLowerCase(Locale.ROOT)));
	}

	/**
	 * Collects the secrets.
	 * @param environment the environment
	 * @param names the names of secrets
	 * @param ordinary words that are no secrets, such as the parts of class names
	 * @return the secrets as they are
	 */
	static Set<String> in(Environment environment, SecretNames names, Collection<String> ordinary) {
		SecretValues values = new SecretValues(names, ordinary);
		if (environment instanceof ConfigurableEnvironment configurable) {
			configurable.getPropertySources().forEach((source) -> values.read(source, environment));
		}
		values.candidates.removeIf((value) -> !values.isUnmistakable(value));
		return values.candidates;
	}

	private void read(PropertySource<?> source, Environment environment) {
		if (source instanceof EnumerablePropertySource<?> enumerable) {
			for (String name : enumerable.getPropertyNames()) {
				read(name, enumerable, environment);
			}
		}
	}

	private void read(String name, EnumerablePropertySource<?> source, Environment environment) {
		Object written = source.getProperty(name);
		if (written == null) {
			return;
		}
		String value = resolved(String.valueOf(written), environment);
		Matcher userInfo = USER_INFO.matcher(value);
		while (userInfo.find()) {
			this.candidates.add(userInfo.group(1));
		}
		if (this.names.isSecret(name)) {
			this.candidates.add(value);
		}
		else {
			this.ordinary.add(value.toLowerCase(Locale.ROOT));
		}
	}

	private static String resolved(String value, Environment environment) {
		try {
			return environment.resolvePlaceholders(value);
		}
		catch (IllegalArgumentException ex) {
			return value;
		}
	}

	private boolean isUnmistakable(String value) {
		boolean digits = value.chars().anyMatch(Character::isDigit) && value.chars().anyMatch(Character::isLetter);
		int least = digits ? LONG_ENOUGH_WITH_DIGITS : LONG_ENOUGH;
		String word = value.toLowerCase(Locale.ROOT);
		return value.length() >= least && !this.ordinary.contains(word) && !COMMON.contains(word);
	}

}
