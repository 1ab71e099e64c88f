package io.netraven.logging.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The source files of the project, as text.
 */
final class Sources {

	private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)+)\"");

	/**
	 * Two literals of one text.
	 */
	private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");

	private Sources() {
	}

	/**
	 * Returns the texts of the library, those over several lines joined.
	 * @return the literals
	 */
	static Set<String> literals() {
		return files("netraven-logging-autoconfigure/src/main/java").stream()
			.map((file) -> JOINT.matcher(read(file)).replaceAll(""))
			.flatMap((text) -> LITERAL.matcher(text).results())
			.map((literal) -> literal.group(1).replaceAll("\\\\+u", "u").translateEscapes())
			.collect(Collectors.toSet());
	}

	/**
	 * Returns the tests of all modules.
	 * @return their texts, by the name of the class
	 */
	static Map<String, String> tests() {
		Map<String, String> tests = new TreeMap<>();
		Stream.of("netraven-logging-autoconfigure", "sample-worker", "benchmarks")
			.flatMap((module) -> files(module + "/src/test/java").stream())
			.forEach((file) -> tests.put(file.getFileName().toString().replace(".java", ""), read(file)));
		return tests;
	}

	private static List<Path> files(String folder) {
		try (Stream<Path> files = Files.walk(Page.PROJECT.resolve(folder))) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
