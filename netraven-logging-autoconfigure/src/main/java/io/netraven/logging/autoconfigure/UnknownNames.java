package io.netraven.logging.autoconfigure;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.netraven.logging.logback.OwnLog;
import org.apache.commons.logging.Log;

/**
 * Logs one warning in this JVM for each name that matches no property. Thread-safe.
 */
final class UnknownNames {

	private static final Set<String> reported = ConcurrentHashMap.newKeySet();

	private UnknownNames() {
	}

	static void report(Log logger, String kind, String name, Collection<String> known) {
		if (reported.add(name)) {
			OwnLog.of(logger)
				.warn("%s %s is ignored: no such property. The nearest is %s; there are %s".formatted(kind, name,
						nearest(name, known), known.stream().sorted().collect(Collectors.joining(", "))));
		}
	}

	static String nearest(String name, Collection<String> known) {
		return known.stream()
			.sorted()
			.min(Comparator.<String>comparingInt((candidate) -> missingWords(name, candidate))
				.thenComparingInt((candidate) -> distance(name, candidate)))
			.orElseThrow();
	}

	/**
	 * Return whether a name lacks words of another one, as a number to sort by.
	 * @param name the name
	 * @param candidate the other name
	 * @return 0 if the candidate has all words of the name, 1 otherwise
	 */
	private static int missingWords(String name, String candidate) {
		return List.of(candidate.split("[.-]")).containsAll(List.of(name.split("[.-]"))) ? 0 : 1;
	}

	/**
	 * Return the number of characters to insert, delete or replace to get from one text
	 * to another.
	 * @param one one text
	 * @param another the other text
	 * @return the Levenshtein distance
	 */
	private static int distance(String one, String another) {
		int[] above = new int[another.length() + 1];
		for (int column = 0; column < above.length; column++) {
			above[column] = column;
		}
		for (int row = 1; row <= one.length(); row++) {
			int[] current = new int[above.length];
			current[0] = row;
			for (int column = 1; column < above.length; column++) {
				int replaced = above[column - 1] + ((one.charAt(row - 1) != another.charAt(column - 1)) ? 1 : 0);
				current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
			}
			above = current;
		}
		return above[another.length()];
	}

}
