package io.netraven.logging.logback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link SecretValues} and {@link SecretNames} at their limits.
 */
class SecretValuesTests {

	@ParameterizedTest
	@CsvSource({ "elevenchars, false", "twelve-chars, true", "7seven7, false", "eight8ch, true", "83920174, false",
			"839201746, false", "839201746201, true", "eightchr, false", "changeit, false", "CHANGEME1234, false",
			"Password123, false", "Ordinary-Word, false", "ordinary-words, true" })
	void valueIsTakenIfItCannotBeAWord(String value, boolean taken) {
		assertThat(secrets(Map.of("app.token", value, "app.name", "ordinary-word")).contains(value)).isEqualTo(taken);
	}

	@Test
	void passwordsOfUrlsAreTaken() {
		assertThat(secrets(
				Map.of("app.urls", "amqp://a:b1rd-0f-pr3y@one,amqp://:c4t-0f-pr3y@two,amqp://nobody@three,x:y@four")))
			.containsExactlyInAnyOrder("b1rd-0f-pr3y", "c4t-0f-pr3y");
	}

	@Test
	void placeholdersAreResolvedAndBrokenOnesAreTakenAsTheyAre() {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("app.token", "${app.source}");
		properties.put("app.source.secret", "unused-value-1");
		properties.put("app.source", "s0me-hidden-value");
		properties.put("other.token", "${other.token}-12");
		assertThat(secrets(properties)).contains("unused-value-1", "${other.token}-12")
			.doesNotContain("${app.source}", "s0me-hidden-value");
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "db.passwd", "X_PWD", "client-secret", "refreshToken", "credential",
			"my.credentials", "api-key", "API_KEY", "private key", "accessKey", "passphrase" })
	void nameOfASecret(String name) {
		SecretNames names = new SecretNames(List.of(), List.of());
		assertThat(names.isSecret(name)).isTrue();
		assertThat(names.isSecret(name)).as("asked again").isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "PWD", "OLDPWD", "tokens-used", "key", "secretary", "" })
	void nameOfNoSecret(String name) {
		SecretNames names = new SecretNames(List.of(), List.of());
		assertThat(names.isSecret(name)).isFalse();
		assertThat(names.isSecret(name)).as("asked again").isFalse();
	}

	@Test
	void ignoredNameIsStrongerThanAnAdditionalOne() {
		SecretNames names = new SecretNames(List.of("p.i-n", "page"), List.of("PAGE", "page_token"));
		assertThat(names.isSecret("PIN")).isTrue();
		assertThat(names.isSecret("page")).isFalse();
		assertThat(names.isSecret("pageToken")).isFalse();
	}

	@Test
	void moreNamesThanAreRememberedAreDecided() {
		SecretNames names = new SecretNames(List.of(), List.of());
		for (int i = 0; i < 3000; i++) {
			assertThat(names.isSecret(i + "token")).isTrue();
			assertThat(names.isSecret("token" + i)).isFalse();
		}
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none",
			value = { "none, KNOWN", "known, KNOWN", " Patterns , PATTERNS", "OFF, OFF", "other, KNOWN" })
	void levelIsFoundByItsName(String name, MaskingLevel level) {
		assertThat(MaskingLevel.of(name)).isEqualTo(level);
	}

	private static Set<String> secrets(Map<String, ?> properties) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().forEach((source) -> environment.getPropertySources().remove(source.getName()));
		environment.getPropertySources().addFirst(new MapPropertySource("test", new LinkedHashMap<>(properties)));
		return SecretValues.in(environment, new SecretNames(List.of(), List.of()), Set.of());
	}

}
