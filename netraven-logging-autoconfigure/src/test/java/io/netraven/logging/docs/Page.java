package io.netraven.logging.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Markdown page of the project.
 *
 * @param path where it is
 * @param text what stands in it
 */
record Page(Path path, String text) {

	static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\n(.*?)^ *```$");

	private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

	/**
	 * Returns the pages that say how the library is now: neither the changes nor the
	 * decisions, which say how it was.
	 * @return the pages
	 */
	static List<Page> current() {
		return all().stream()
			.filter((page) -> !page.path.endsWith("CHANGELOG.md"))
			.filter((page) -> !page.path.getParent().endsWith("decisions"))
			.toList();
	}

	static List<Page> all() {
		try (Stream<Path> files = Stream.concat(Files.list(PROJECT), Files.walk(PROJECT.resolve("docs")))) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().map(Page::of).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Page of(Path path) {
		try {
			return new Page(path, Files.readString(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Page named(String path) {
		return of(PROJECT.resolve(path));
	}

	/**
	 * Returns the fenced blocks.
	 * @param language their language, as written behind the fence
	 * @return their contents
	 */
	List<String> blocks(String language) {
		return BLOCK.matcher(this.text)
			.results()
			.filter((block) -> block.group(1).equals(language))
			.map((block) -> block.group(2))
			.toList();
	}

	/**
	 * Returns the text without its fenced blocks.
	 * @return the prose
	 */
	String prose() {
		return BLOCK.matcher(this.text).replaceAll("");
	}

	/**
	 * Returns the prose as one line.
	 * @return the prose, with single blanks
	 */
	String sentences() {
		return prose().replaceAll("\\s+", " ");
	}

	/**
	 * Returns what stands between backticks in the prose.
	 * @return the pieces of code
	 */
	List<String> code() {
		return CODE.matcher(prose()).results().map((code) -> code.group(1)).toList();
	}

	List<MatchResult> find(String expression) {
		return Pattern.compile(expression).matcher(this.text).results().toList();
	}

	/**
	 * Returns the cells of the rows of all tables whose first column has this head.
	 * @param head the head of the first column
	 * @return the cells, without blanks around them
	 */
	List<List<String>> table(String head) {
		return Pattern.compile("(?m)^\\| %s \\|.*\n\\|[-|]+\n((?:\\|.*\n?)+)".formatted(Pattern.quote(head)))
			.matcher(this.text)
			.results()
			.flatMap((table) -> table.group(1).lines())
			.map((row) -> Arrays.stream(row.split("(?<!\\\\)\\|")).skip(1).map(String::strip).toList())
			.toList();
	}

	/**
	 * Returns the anchors of the headings, as GitHub makes them.
	 * @return the anchors
	 */
	List<String> anchors() {
		return HEADING.matcher(prose())
			.results()
			.map((heading) -> heading.group(1).toLowerCase().replaceAll("[^\\w -]", "").replace(' ', '-'))
			.toList();
	}

	@Override
	public String toString() {
		return PROJECT.relativize(this.path).toString();
	}

}
