package io.netraven.logging.logback;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@link Masker} against random secrets, and against a simple search.
 */
class MaskerTests {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

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
	 * Each record has another name before its equals sign and its colon.
	 */
	@Test
	void searchInCleanRecordsAllocatesNothing() {
		Masker masker = new Masker(this.names, Set.of("abcdefgh"), true, StandardCharsets.UTF_8, this.masked);
		byte[][] records = IntStream.range(0, 4000)
			.mapToObj((i) -> "order-%d: state.%d = done, tokens%d=7 http://host/%d".formatted(i, i, i, i))
			.map((line) -> line.getBytes(StandardCharsets.UTF_8))
			.toArray(byte[][]::new);
		AtomicReference<byte[]> next = new AtomicReference<>(records[0]);
		Function<ILoggingEvent, byte[]> encoder = (event) -> next.getPlain();
		for (byte[] record : records) {
			next.setPlain(record);
			assertThat(masker.encode(this.event, encoder)).isSameAs(record);
		}
		long before = THREADS.getCurrentThreadAllocatedBytes();
		for (byte[] record : records) {
			next.setPlain(record);
			masker.encode(this.event, encoder);
		}
		assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(records.length);
	}

	/**
	 * A search that looks at the rest of the text from each place would take a hundred
	 * times as long for each byte of the longer record.
	 */
	@ParameterizedTest
	@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	@ValueSource(strings = { "a", ":", "=", "abcdefg ", "password ", "://", "-----BEGIN ", "eyJ", "Bearer", "abcabcde",
			"-", "\"", "pwd:", "token\\:" })
	void timeIsLinear(String unit) {
		double few = nanosPerByte(unit, 50_000, 20);
		double many = nanosPerByte(unit, 5_000_000, 5);
		assertThat(many).isLessThan(20 * few);
	}

	private double nanosPerByte(String unit, int length, int runs) {
		byte[] record = (unit.repeat(length / unit.length()) + "\n abcdefgh").getBytes(StandardCharsets.UTF_8);
		Masker masker = new Masker(this.names, Set.of("abcdefgh"), true, StandardCharsets.UTF_8, this.masked);
		return IntStream.range(0, runs).mapToLong((run) -> {
			long start = THREADS.getCurrentThreadCpuTime();
			byte[] result = masker.encode(this.event, (next) -> record);
			long end = THREADS.getCurrentThreadCpuTime();
			assertThat(new String(result, result.length - 8, 8, StandardCharsets.UTF_8)).isEqualTo("\n ******");
			return end - start;
		}).min().orElseThrow() / (double) record.length;
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
