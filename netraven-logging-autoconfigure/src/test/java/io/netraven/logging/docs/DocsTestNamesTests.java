package io.netraven.logging.docs;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each test that the pages name is there.
 */
class DocsTestNamesTests {

	/**
	 * A class, a class with one of its tests, or one more test of the class named before.
	 */
	private static final Pattern NAME = Pattern.compile("`(?:([A-Z]\\w*[a-z](?:Tests|IT))|(?=#))\\*?(?:#(\\w+))?\\*?`");

	private static final Map<String, String> tests = Sources.tests();

	static Stream<Page> pages() {
		return Page.all().stream();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyTestIsThere(Page page) {
		String type = "";
		for (MatchResult name : NAME.matcher(page.text()).results().toList()) {
			type = (name.group(1) != null) ? name.group(1) : type;
			assertThat(tests.keySet()).as("%s in %s", name.group(), page).contains(type);
			if (name.group(2) != null) {
				assertThat(tests.get(type)).as("%s in %s", name.group(), page).contains("void " + name.group(2) + "(");
			}
		}
	}

}
