package io.netraven.logging.logback;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FragmentEnd}: a line that was cut at any byte, in any charset.
 */
class FragmentEndTests {

	private static final String TORN = "torn \u3042\u3044\uac00\u4e2d\u6587 \u00e9";

	/**
	 * These put a byte order mark before each record, so that none of their bytes can be
	 * left out.
	 */
	private static final Set<String> MARKED = Set.of("UTF-16", "x-UTF-16LE-BOM", "X-UTF-32BE-BOM", "X-UTF-32LE-BOM");

	@ParameterizedTest
	@MethodSource("charsets")
	void recordBehindItCanBeDecoded(Charset charset) {
		byte[] lineEnd = lineEnd(charset);
		byte[] fragment = TORN.getBytes(charset);
		for (int cut = lineEnd.length; cut <= fragment.length; cut += lineEnd.length) {
			ByteArrayOutputStream file = new ByteArrayOutputStream();
			file.writeBytes("one\n".getBytes(charset));
			file.write(fragment, 0, cut);
			file.writeBytes(FragmentEnd.in(charset, lineEnd));
			file.writeBytes("two\nthree\n".getBytes(charset));
			List<String> lines = file.toString(charset).lines().toList();
			assertThat(lines).as("cut at byte %d", cut).startsWith("one").endsWith("two", "three").hasSize(4);
		}
	}

	@Test
	void nothingIsAddedInUtf8() {
		assertThat(FragmentEnd.in(StandardCharsets.UTF_8, new byte[] { '\n' })).containsExactly('\n');
	}

	static Stream<Charset> charsets() {
		return Charset.availableCharsets()
			.values()
			.stream()
			.filter(Charset::canEncode)
			.filter((charset) -> charset.newEncoder().canEncode("one\n"))
			.filter((charset) -> !MARKED.contains(charset.name()));
	}

	private static byte[] lineEnd(Charset charset) {
		int without = "x".getBytes(charset).length;
		byte[] with = "x\n".getBytes(charset);
		return Arrays.copyOfRange(with, without, with.length);
	}

}
