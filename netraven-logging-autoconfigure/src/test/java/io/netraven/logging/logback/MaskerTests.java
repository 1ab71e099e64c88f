package io.netraven.logging.logback;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link Masker} against random secrets, and against a simple search.
 */
class MaskerTests {

	private static final String CHARACTERS = "ab.*+?^$\\()[]{}|/\"'<>& =:\u00e9\u3042";

	private final SecretNames names = new SecretNames(List.of(), List.of());

	private final ILoggingEvent event = event();

	private final LongAdder masked = new LongAdder();

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "ISO-8859-1", "windows-1252", "UTF-16LE", "UTF-16BE" })
	void noSecretIsLeftAndNothingElseIsChanged(String charsetName) {
		Charset charset = Charset.forName(charsetName);
		Random random = new Random(42);
		for (int i = 0; i < 3000; i++) {
			Set<String> secrets = new LinkedHashSet<>();
			for (int n = 1 + random.nextInt(4); n > 0; n--) {
				secrets.add(text(random, 8 + random.nextInt(30), charset));
			}
			StringBuilder line = new StringBuilder();
			for (int part = random.nextInt(6); part >= 0; part--) {
				line.append(
						random.nextBoolean() ? text(random, random.nextInt(20), charset) : secrets.iterator().next());
			}
			String result = mask(line.toString(), secrets, charset);
			assertThat(secrets).noneMatch(result::contains);
			if (secrets.stream().noneMatch(line.toString()::contains)) {
				assertThat(result).isEqualTo(line.toString());
			}
		}
	}

	@Test
	void longestOfOverlappingSecretsIsMasked() {
		Set<String> secrets = Set.of("abcdefgh", "abcdefghij", "ghijklmnop");
		assertThat(mask("x abcdefghij y", secrets, StandardCharsets.UTF_8)).isEqualTo("x ****** y");
		assertThat(mask("abcdefghabcdefgh", secrets, StandardCharsets.UTF_8)).isEqualTo("************");
		assertThat(this.masked.sum()).isEqualTo(3);
	}

	@Test
	void secretsOfTwoApplicationsAreMasked() {
		Masker one = new Masker(this.names, Set.of("abcdefgh"), false, StandardCharsets.UTF_8, this.masked);
		Masker two = new Masker(this.names, Set.of("ijklmnop"), false, StandardCharsets.UTF_8, this.masked);
		byte[] record = "abcdefgh ijklmnop".getBytes(StandardCharsets.UTF_8);
		for (Masker both : List.of(one.and(two), two.and(one), Masker.NONE.and(one).and(two),
				one.and(two).and(Masker.NONE))) {
			assertThat(both.encode(this.event, (next) -> record)).asString().isEqualTo("****** ******");
		}
	}

	@Test
	void cleanRecordIsTheSameObject() {
		Masker masker = new Masker(this.names, Set.of("abcdefgh"), true, StandardCharsets.UTF_8, this.masked);
		byte[] record = "nothing to see here: 12 = 12".getBytes(StandardCharsets.UTF_8);
		assertThat(masker.encode(this.event, (next) -> record)).isSameAs(record);
	}

	/**
	 * A search that looks at the rest of the text from each place would take hours here.
	 */
	@ParameterizedTest
	@ValueSource(
			strings = { "a", ":", "=", "abcdefg ", "password ", "://", "-----BEGIN ", "eyJ", "Bearer", "abcabcde" })
	void timeIsLinear(String unit) {
		byte[] record = unit.repeat(10_000_000 / unit.length()).getBytes(StandardCharsets.UTF_8);
		Masker masker = new Masker(this.names, Set.of("abcdefgh"), true, StandardCharsets.UTF_8, this.masked);
		assertThat(masker.encode(this.event, (next) -> record)).hasSizeLessThanOrEqualTo(record.length);
	}

	private static ILoggingEvent event() {
		LoggingEvent event = new LoggingEvent("", new LoggerContext().getLogger("app"), Level.INFO, "", null, null);
		event.setMDCPropertyMap(Map.of());
		return event;
	}

	private String mask(String line, Set<String> secrets, Charset charset) {
		Masker masker = new Masker(null, secrets, false, charset, this.masked);
		return new String(masker.encode(this.event, (next) -> line.getBytes(charset)), charset);
	}

	private static String text(Random random, int length, Charset charset) {
		StringBuilder text = new StringBuilder();
		while (text.length() < length) {
			char next = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
			if (charset.newEncoder().canEncode(next)) {
				text.append(next);
			}
		}
		return text.toString();
	}

}
