package io.netraven.logging.logback;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Secrets in what goes to the file.
 */
class MaskingTests {

	private static final String SECRET = "s3cr3t/pa\"ss=w\u00f6rd";

	private final MockEnvironment environment = new MockEnvironment().withProperty("spring.datasource.password", SECRET)
		.withProperty("broker.url", "amqp://worker:b1rd-0f-pr3y@broker:5672")
		.withProperty("logging.pattern.file", "%m %X %kvp%n");

	@TempDir
	private Path folder;

	private int files;

	@ParameterizedTest
	@ValueSource(strings = { "", "ecs", "logstash", "gelf" })
	void secretOfThePropertiesIsMaskedInEveryForm(String format) {
		this.environment.setProperty("logging.structured.format.file", format);
		byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
		String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
		String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
		String line = write("a " + SECRET + " b " + encoded + " c " + base64 + " d b1rd-0f-pr3y e", Map.of());
		assertThat(line).contains("a ****** b ****** c ****** d ****** e");
	}

	@ParameterizedTest
	@CsvSource({ "app.token, development", "app.password, changeme1234", "app.secret, short1",
			"PWD, /var/lib/application", "app.name, a-name-that-is-no-secret" })
	void ordinaryValueIsNotMasked(String name, String value) {
		this.environment.setProperty(name, value);
		this.environment.setProperty("other.name", "a-name-that-is-no-secret");
		assertThat(write("it is " + value, Map.of())).contains("it is " + value);
	}

	@Test
	void secretThatIsAlsoTheValueOfAnotherPropertyIsNotMasked() {
		this.environment.setProperty("app.token", "production-cluster");
		this.environment.setProperty("app.cluster", "production-cluster");
		assertThat(write("in production-cluster", Map.of())).contains("in production-cluster");
	}

	@Test
	void partOfAClassNameIsNoSecret() {
		SecretNames names = new SecretNames(List.of(), List.of());
		StandardEnvironment standard = new StandardEnvironment();
		standard.getPropertySources()
			.addFirst(new MapPropertySource("test",
					Map.of("app.token", "springframework", "app.secret", "springbean42")));
		assertThat(SecretValues.in(standard, names, Set.of("springframework"))).contains("springbean42")
			.doesNotContain("springframework");
	}

	@Test
	void entryWithTheNameOfASecretIsMasked() {
		Map<String, String> mdc = new LinkedHashMap<>();
		mdc.put("api-key", "hunter2");
		mdc.put("job", "7");
		String line = write("line", mdc, new KeyValuePair("userPassword", "hunter3"), new KeyValuePair("size", 12));
		assertThat(line).contains("api-key=******", "job=7", "size=\"12\"").doesNotContain("hunter");
	}

	@Test
	void namesCanBeAddedAndTakenAway() {
		this.environment.setProperty("netraven.logging.masking.additional-keys", "pin,iban");
		this.environment.setProperty("netraven.logging.masking.ignored-keys[0]", "page-token");
		this.environment.setProperty("netraven.logging.masking.additional-values", "blue moon");
		String line = write("once in a blue moon", Map.of("PIN", "1234", "pageToken", "next"));
		assertThat(line).contains("once in a ******", "PIN=******", "pageToken=next");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "password=hunter2 ok | password=****** ok",
			"Password: hunter2 | Password: ******", "{\"token\":\"hunter2\",\"a\":1} | {\"token\":\"******\",\"a\":1}",
			"api_key = 'hunter2' | api_key = '******'", "token=a&next=b | token=******&next=b",
			"Authorization: Bearer abc.def-ghi | Authorization: Bearer ******",
			"jdbc://user:hunter2@host/db | jdbc://user:******@host/db", "key AKIAABCDEFGHIJKLMNOP. | key ******",
			"ghp_0123456789abcdefghijkl | ******", "glpat-0123456789abcdefghij | ******",
			"xoxb-0123456789abcdefgh | ******",
			"-----BEGIN RSA PRIVATE KEY-----MIIabc-----END RSA PRIVATE KEY----- | -----BEGIN RSA PRIVATE KEY-----******-----END RSA PRIVATE KEY-----",
			"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefg | ******", "http://host:8080/path | http://host:8080/path",
			"monkey=banana a:b c=d | monkey=banana a:b c=d", "password= | password=" })
	void patternsAreFoundInText(String text, String masked) {
		this.environment.setProperty("netraven.logging.masking.level", "patterns");
		assertThat(write(text, Map.of()).stripTrailing()).isEqualTo(masked);
	}

	@Test
	void nothingIsMaskedWhenOff() {
		this.environment.setProperty("netraven.logging.masking.level", "off");
		assertThat(write("a " + SECRET, Map.of("password", "hunter2"))).contains("a " + SECRET, "password=hunter2");
	}

	@Test
	void eventThatCannotBeMaskedIsHidden() {
		Map<String, String> broken = new LinkedHashMap<>() {

			@Override
			public Set<String> keySet() {
				throw new IllegalStateException("broken");
			}

		};
		broken.put("a", "b");
		assertThat(write("a " + SECRET, broken)).contains("(could not be masked)").doesNotContain("a=b", "s3cr3t");
	}

	private String write(String message, Map<String, String> mdc, KeyValuePair... pairs) {
		try (CapturedFile file = new CapturedFile(this.folder.resolve(this.files++ + ".log"), this.environment)) {
			LoggingEvent event = new LoggingEvent("", file.context().getLogger("org.springframework.App"), Level.INFO,
					message, null, null);
			event.setMDCPropertyMap(mdc);
			List.of(pairs).forEach(event::addKeyValuePair);
			file.sink().take(event);
			return file.lines().get(0);
		}
	}

}
