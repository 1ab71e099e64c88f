package io.netraven.logging.logback;

import java.nio.file.Path;
import java.time.Instant;

import io.netraven.logging.file.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LogbackGapEncoder}.
 */
class LogbackGapEncoderTests {

	@TempDir
	private Path folder;

	@Test
	void aGapIsAnOrdinaryWarningInTheFormatOfTheFile() {
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), "%d{ss.SSS,UTC} %p %c %t %X%m%n")) {
			Gap gap = new Gap(12, Instant.parse("2026-11-22T10:00:00.123Z"), Instant.parse("2026-11-22T10:00:05.456Z"),
					"no space left", 0, 0);
			file.context().getMDCAdapter().put("job", "of another");
			assertThat(file.encode(gap)).isEqualTo("05.456 WARN io.netraven.logging netraven-log-file 12 log lines are "
					+ "missing here: from 2026-11-22T10:00:00.123Z to 2026-11-22T10:00:05.456Z: no space left\n");
		}
	}

	@Test
	void aGapSaysTheNumbersOfItsLines() {
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), "%m%n")) {
			assertThat(file.encode(gap(2, 5, 6))).startsWith("2 log lines are missing here, numbers 5 to 6: from ");
			assertThat(file.encode(gap(2, 5, 7)))
				.startsWith("2 log lines are missing here, among the numbers 5 to 7: from ");
		}
	}

	private static Gap gap(long lines, long lowest, long highest) {
		return new Gap(lines, Instant.EPOCH, Instant.EPOCH, "no space left", lowest, highest);
	}

}
