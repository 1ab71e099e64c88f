package io.netraven.logging.logback;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.fail;

/**
 * Code points of Unicode in every field of an event at once, as JSON: 170,000 events.
 */
class EveryCodePointAsJsonTests {

	private static final List<String> FIELDS = List.of("message ", "thread ", "logger", "entry ", "value ");

	private static final List<String> MESSAGES = List.of("exception ", "cause ", "suppressed ");

	private static final JsonFactory JSON = JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	@ParameterizedTest
	@ValueSource(strings = { "ecs", "logstash", "gelf" })
	void jsonLosesNothing(String name) {
		MockEnvironment environment = new MockEnvironment().withProperty("logging.structured.format.file", name);
		LoggerContext context = new LoggerContext();
		context.setMDCAdapter(new LogbackMDCAdapter());
		FileFormat format = FileFormatFactory.create(environment, context, new Sequence());
		CodePoints.interesting((codePoint) -> {
			String text = Character.toString(codePoint);
			String record = new String(format.encode(EventOfText.of(context, (field) -> field + text, text), 0),
					StandardCharsets.UTF_8);
			String kept = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
			List<String> values = values(record);
			String trace = String.join("", values);
			boolean safe = record.codePoints().filter(CodePoints::isForbidden).count() == 1;
			boolean whole = FIELDS.stream().allMatch((field) -> values.contains(field + kept))
					&& MESSAGES.stream().allMatch((message) -> trace.contains(message + kept));
			if (!safe || !whole) {
				fail("U+%04X in %s", codePoint, record);
			}
		});
	}

	private static List<String> values(String record) {
		List<String> values = new ArrayList<>();
		try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), record)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token == JsonToken.VALUE_STRING) {
					values.add(parser.getString());
				}
			}
		}
		return values;
	}

}
