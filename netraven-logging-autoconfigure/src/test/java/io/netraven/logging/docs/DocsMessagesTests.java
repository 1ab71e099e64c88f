package io.netraven.logging.docs;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the pages quote of the library's own lines is what the code says: each word of it
 * stands in a text of the code, or is a path, a number or a time.
 */
class DocsMessagesTests {

	private static final Pattern LINE = Pattern.compile("(?m) io\\.netraven\\.logging +: (.+)$");

	private static final Pattern VARIABLE = Pattern
		.compile("'?(?<!\\w)(/[\\w.{}$:*-]+)+/?'?|\\d[\\d:.TZ-]*|[rwx-]{9,10}");

	private static final Pattern HOLE = Pattern.compile("\\{}|%(\\d\\$)?[sd]|%n");

	private static final String WORDS = "from|to|lost|now|ms|s|min|h|d|bytes|kB|MB|GB|lines?|(kept )?lines? (is|are|was|were)|is|are|was|were"
			+ "|sync|async|root|uid|gid|it|folder|file|writing|opening|and";

	/**
	 * The constant parts of the texts of the code, the longest first.
	 */
	private static final List<String> parts = Sources.literals()
		.stream()
		.flatMap((literal) -> HOLE.splitAsStream(literal))
		.map((part) -> part.replaceAll("^[^A-Za-z]+|[^A-Za-z]+$", ""))
		.filter((part) -> part.length() > 5)
		.sorted(Comparator.comparing(String::length).reversed())
		.toList();

	static Stream<Page> pages() {
		return Page.current().stream();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyLineOfARunIsWhatTheCodeSays(Page page) {
		assertThat(LINE.matcher(page.text()).results().map((line) -> line.group(1)))
			.allSatisfy((message) -> assertThat(unknown(message)).as("%s in %s", message, page).isEmpty());
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyMessageInASentenceIsWhatTheCodeSays(Page page) {
		assertThat(page.code()).filteredOn((code) -> code.startsWith("Log file "))
			.flatMap((code) -> List.of(code.split("\\.\\.\\.")))
			.allSatisfy((message) -> assertThat(Sources.literals()).as("%s in %s", message, page)
				.anyMatch((literal) -> literal.contains(message.strip())));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyHealthAnswerIsWhatTheCodeSays(Page page) {
		page.blocks("json").stream().filter((json) -> json.contains("linesWritten")).forEach((json) -> {
			Map<String, Object> details = JsonPath.read(json, "$.details");
			assertThat(Sources.literals()).as("%s", page).containsAll(details.keySet());
			for (MatchResult text : Pattern.compile("\"(?:reason|remedy|degradation|note)\" ?: ?\"(.*)\"")
				.matcher(json)
				.results()
				.toList()) {
				assertThat(unknown(text.group(1))).as("%s in %s", text.group(1), page).isEmpty();
			}
		});
	}

	/**
	 * The check can fail.
	 */
	@Test
	void wordsThatTheCodeDoesNotSayAreFound() {
		assertThat(unknown("Log file /var/log/worker.log cannot be read: it is tired.")).isNotEmpty();
	}

	private static String unknown(String message) {
		String rest = VARIABLE.matcher(message).replaceAll("\u0001");
		for (String part : parts) {
			rest = rest.replace(VARIABLE.matcher(part).replaceAll("\u0001"), "\u0001");
		}
		return rest.replaceAll("\u0001", " ")
			.replaceAll("\\b(" + WORDS + ")\\b", "")
			.replaceAll("[^A-Za-z]+", " ")
			.strip();
	}

}
