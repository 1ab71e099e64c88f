package io.netraven.logging.logback;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link SecretShapes}: where a secret begins and where it ends.
 */
class SecretShapesTests {

	private static final String SIXTEEN = "0123456789abcdef";

	private final SecretShapes shapes = new SecretShapes(new SecretNames(List.of(), List.of()));

	@ParameterizedTest
	@ValueSource(strings = { " ", "\t", "\n", "\"", "'", "\\", "`", ",", ";", "&", ")", "}", "]", "<", ">", "|", "@" })
	void valueEndsAt(String end) {
		assertThat(first("token=hunter2" + end + "more")).isEqualTo("hunter2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "!", "#", "$", "%", "(", "*", "+", "-", ".", "/", ":", "=", "?", "[", "^", "_", "{", "~" })
	void valueGoesOnAfter(String character) {
		assertThat(first("token=hunter" + character + "2 more")).isEqualTo("hunter" + character + "2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "token = 'hunter2' | hunter2", "\"token\" : \"hunter2\" | hunter2",
					"token:Bearer hunter2 x | hunter2", "Bearer hunter2 | hunter2", "Bearer hunter2, x | hunter2",
					"a.b-c_TOKEN9.token=hunter2 | hunter2", "token=****** | NONE", "Bearer | NONE", "=hunter2 | NONE",
					":hunter2 | NONE", "totem=hunter2 | NONE", "tokens=hunter2 | NONE" })
	void valueOfAName(String text, String secret) {
		assertThat(first(text)).isEqualTo(secret);
	}

	@ParameterizedTest
	@CsvSource({ "password, hunter2", "Zpassword, hunter2", "zpassword, hunter2", "Apassword, hunter2",
			"apassword, hunter2", "0password, hunter2", "9password, hunter2" })
	void nameHasAllLettersAndDigits(String name, String secret) {
		SecretShapes own = new SecretShapes(new SecretNames(List.of(name + "x"), List.of()));
		assertThat(text(own, name + "x=hunter2")).isEqualTo(secret);
	}

	@ParameterizedTest
	@ValueSource(strings = { "@pin", "[pin", "`pin", "{pin", "/pin", ":pin" })
	void nameBeginsAfterAnyOtherCharacter(String text) {
		SecretShapes own = new SecretShapes(new SecretNames(List.of("pin"), List.of()));
		assertThat(text(own, text + "=1234")).isEqualTo("1234");
	}

	@Test
	void onlyTheEndOfALongNameIsRead() {
		SecretShapes own = new SecretShapes(new SecretNames(List.of("a".repeat(64)), List.of()));
		assertThat(text(own, "a".repeat(63) + "=hunter2")).isEqualTo("NONE");
		assertThat(text(own, "a".repeat(64) + "=hunter2")).isEqualTo("hunter2");
		assertThat(text(own, "a".repeat(65) + "=hunter2")).isEqualTo("hunter2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "://user:hunter2@host | hunter2", "x://:hunter2@host | hunter2", "://user:hunter2 | NONE",
					"://user:hunter2/x@host | NONE", "://user:hun ter2@host | NONE", "://user:hun\"ter2@host | NONE",
					"://user@host | NONE", ":/user:hunter2@host | NONE", "://user:hun:ter2@host | hun:ter2",
					":// | NONE", ":/ | NONE", ": | NONE" })
	void passwordOfAUrl(String text, String secret) {
		assertThat(first(text)).isEqualTo(secret);
	}

	@ParameterizedTest
	@ValueSource(strings = { "eyJ", "AKIA", "AIza", "ghp_", "gho_", "ghs_", "ghu_", "ghr_", "github_pat_", "glpat-",
			"xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-", "sk_live_", "rk_live_" })
	void tokenHasSixteenCharactersAfterItsBeginning(String beginning) {
		String token = beginning + SIXTEEN;
		assertThat(first(token)).isEqualTo(token);
		assertThat(first("(" + token + ") ")).isEqualTo(token);
		assertThat(first(token.substring(0, token.length() - 1))).isEqualTo("NONE");
		assertThat(first("x" + token)).isEqualTo("NONE");
		assertThat(first("-" + token)).isEqualTo("NONE");
	}

	@Test
	void privateKeyIsFoundWithItsType() {
		assertThat(first("-----BEGIN PRIVATE KEY-----MII-----END PRIVATE KEY-----")).isEqualTo("MII");
		assertThat(first("-----BEGIN EC PRIVATE KEY-----MII and the rest")).isEqualTo("MII and the rest");
		assertThat(first("-----BEGIN " + "X".repeat(63) + "PRIVATE KEY-----MII")).isEqualTo("MII");
		assertThat(first("-----BEGIN " + "X".repeat(64) + "PRIVATE KEY-----MII")).isEqualTo("NONE");
		assertThat(first("-----BEGIN CERTIFICATE-----MII-----END CERTIFICATE-----")).isEqualTo("NONE");
	}

	@Test
	void searchBeginsWhereItIsTold() {
		byte[] text = "token=one token=two".getBytes(StandardCharsets.US_ASCII);
		long second = this.shapes.find(text, 7);
		assertThat(second >>> 32).isEqualTo(16);
		assertThat((int) second).isEqualTo(3);
		assertThat(this.shapes.find(text, 16)).isEqualTo(ByteNeedles.NOTHING);
	}

	private String first(String text) {
		return text(this.shapes, text);
	}

	private static String text(SecretShapes shapes, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
		long found = shapes.find(bytes, 0);
		return (found == ByteNeedles.NOTHING) ? "NONE"
				: new String(bytes, (int) (found >>> 32), (int) found, StandardCharsets.US_ASCII);
	}

}
