package io.netraven.logging.logback;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.event.KeyValuePair;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Numbers in the records of a file.
 */
class SequenceTests {

	private static final Pattern TEXT = Pattern.compile("\\[([0-9a-z]{8})-(\\d+)] line");

	private final MockEnvironment environment = new MockEnvironment().withProperty("netraven.logging.sequence", "true");

	@TempDir
	private Path folder;

	@Test
	void numbersOfAllThreadsGrowByOneInText() throws Exception {
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), this.environment)) {
			List<Thread> threads = IntStream.range(0, 4)
				.mapToObj((i) -> new Thread(() -> IntStream.range(0, 500).forEach((line) -> log(file))))
				.toList();
			threads.forEach(Thread::start);
			for (Thread thread : threads) {
				thread.join();
			}
			List<MatchResult> found = file.lines().stream().flatMap((line) -> TEXT.matcher(line).results()).toList();
			assertThat(found).extracting((match) -> match.group(1)).containsOnly(found.get(0).group(1));
			assertThat(found).extracting((match) -> Long.parseLong(match.group(2)))
				.containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 2000).boxed().toList());
		}
	}

	@ParameterizedTest
	@CsvSource({ "ecs, event.sequence, labels.start", "logstash, sequence, start", "gelf, _sequence, _start" })
	void numberIsAMemberOfJson(String format, String number, String start) {
		this.environment.setProperty("logging.structured.format.file", format);
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), this.environment)) {
			log(file);
			log(file);
			List<String> lines = file.lines();
			assertThat(lines).hasSize(2);
			for (int i = 0; i < 2; i++) {
				DocumentContext record = JsonPath.parse(lines.get(i));
				assertThat(record.read("$." + number, Long.class)).isEqualTo(i + 1);
				assertThat(record.read("$." + start, String.class)).matches("[0-9a-z]{8}");
				assertThat(lines.get(i)).contains("\"line\"").contains("own\":\"value\"");
			}
		}
	}

	@Test
	void thereIsNoneByDefault() {
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), "%m%n")) {
			log(file);
			assertThat(file.lines()).containsExactly("line");
		}
	}

	private static void log(CapturedFile file) {
		Logger logger = file.context().getLogger("app");
		LoggingEvent event = new LoggingEvent("", logger, Level.INFO, "line", null, null);
		event.addKeyValuePair(new KeyValuePair("own", "value"));
		file.sink().take((ILoggingEvent) event);
	}

}
