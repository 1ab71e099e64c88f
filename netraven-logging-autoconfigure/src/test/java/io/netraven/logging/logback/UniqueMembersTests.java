package io.netraven.logging.logback;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * JSON records of events whose MDC and key-value pairs have the names of members.
 */
class UniqueMembersTests {

	private static final List<String> NAMES = List.of("message", "@timestamp", "log", "log.level", "process", "service",
			"service.name", "error", "tags", "ecs", "user", "user.name", "level", "level_value", "thread_name",
			"stack_trace", "_level_name", "level_name", "id", "_id", "bad key!", "", "host", "version", "a.b", "a",
			"message_1", "event.sequence");

	private final MockEnvironment environment = new MockEnvironment();

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "logstash", "gelf" })
	void everyRecordIsValidWholeAndHasEachNameOnce(String format) throws Exception {
		this.environment.setProperty("logging.structured.format.file", format);
		this.environment.setProperty("netraven.logging.sequence", "true");
		Random random = new Random(42);
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), this.environment)) {
			List<List<String>> values = new ArrayList<>();
			for (int i = 0; i < 2000; i++) {
				values.add(logWithRandomNames(file, random, i));
			}
			List<String> lines = file.lines();
			assertThat(lines).hasSize(values.size());
			for (int i = 0; i < lines.size(); i++) {
				String line = lines.get(i);
				parseStrictly(line);
				assertThat(line).contains("\"line " + i + "\"");
				values.get(i).forEach((value) -> assertThat(line).contains(value));
			}
			assertThat(file.sink().unencodable()).isZero();
		}
	}

	@Test
	void clashingNameHasASuffix() {
		this.environment.setProperty("logging.structured.format.file", "ecs");
		try (CapturedFile file = new CapturedFile(this.folder.resolve("a.log"), this.environment)) {
			LoggingEvent event = event(file, "line", Map.of("message", "of the MDC", "log.level", "loud", "job", "7"));
			file.sink().take(event);
			String line = file.lines().get(0);
			assertThat(JsonPath.<String>read(line, "$.message")).isEqualTo("line");
			assertThat(JsonPath.<String>read(line, "$.message_1")).isEqualTo("of the MDC");
			assertThat(JsonPath.<String>read(line, "$.log.level")).isEqualTo("INFO");
			assertThat(JsonPath.<String>read(line, "$.log_1.level")).isEqualTo("loud");
			assertThat(JsonPath.<String>read(line, "$.job")).isEqualTo("7");
		}
	}

	private static List<String> logWithRandomNames(CapturedFile file, Random random, int number) {
		Map<String, String> mdc = new LinkedHashMap<>();
		List<String> values = new ArrayList<>();
		for (int i = 0; i < random.nextInt(5); i++) {
			mdc.put(NAMES.get(random.nextInt(NAMES.size())), "mdc-" + i);
		}
		values.addAll(mdc.values());
		LoggingEvent event = event(file, "line " + number, mdc);
		for (int i = 0; i < random.nextInt(5); i++) {
			String value = "pair-" + i;
			event.addKeyValuePair(new KeyValuePair(NAMES.get(random.nextInt(NAMES.size())), value));
			values.add(value);
		}
		file.sink().take(event);
		return values;
	}

	private static LoggingEvent event(CapturedFile file, String message, Map<String, String> mdc) {
		LoggingEvent event = new LoggingEvent("", file.context().getLogger("app"), Level.INFO, message, null, null);
		event.setMDCPropertyMap(mdc);
		return event;
	}

	private static void parseStrictly(String line) throws Exception {
		JsonFactory factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
		try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line)) {
			while (parser.nextToken() != null) {
				assertThat(parser.currentToken()).isNotNull();
			}
		}
	}

}
