package io.netraven.logging.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links, anchors and paths in the pages lead somewhere.
 */
class DocsLinksTests {

	private static final Pattern LINK = Pattern.compile("\\]\\(\\s*([^)\\s]+)\\s*\\)");

	private static final Pattern PATH = Pattern
		.compile("`((?:\\.ci|\\.github|docs|config|sample-worker/src|netraven-\\S+?/src)(?:/[\\w.-]+)+/?)`");

	static Stream<Page> pages() {
		return Page.all().stream();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyLinkLeadsToAFileAndAHeading(Page page) {
		assertThat(LINK.matcher(page.prose()).results().map((link) -> link.group(1)))
			.filteredOn((link) -> !link.matches("(https?|mailto):.*"))
			.allSatisfy((link) -> {
				String[] parts = link.split("#", 2);
				Path target = page.path().resolveSibling(parts[0]).normalize();
				Path file = (parts[0].isEmpty()) ? page.path() : target;
				assertThat(file).as("%s in %s", link, page).exists();
				if (parts.length > 1) {
					assertThat(Page.of(file).anchors()).as("%s in %s", link, page).contains(parts[1]);
				}
			});
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyPathOfTheProjectIsThere(Page page) {
		assertThat(PATH.matcher(page.prose()).results().map((path) -> path.group(1)))
			.allSatisfy((path) -> assertThat(Page.PROJECT.resolve(path)).as("%s in %s", path, page).exists());
	}

	/**
	 * Names such as {@code queue/CallerSide} say which file to open.
	 */
	@ParameterizedTest
	@MethodSource("pages")
	void everyClassOfARoomIsThere(Page page) {
		Path rooms = Path.of("src/main/java/io/netraven/logging/file");
		for (MatchResult name : Pattern.compile("`([a-z]+)/([A-Z]\\w+)`").matcher(page.prose()).results().toList()) {
			assertThat(Files.exists(rooms.resolve(name.group(1)).resolve(name.group(2) + ".java")))
				.as("%s in %s", name.group(), page)
				.isTrue();
		}
	}

}
