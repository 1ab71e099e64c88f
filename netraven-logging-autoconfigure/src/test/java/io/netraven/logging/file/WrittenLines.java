package io.netraven.logging.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What {@link LoggingProcess}es have written: each thread's lines in order, none missing
 * and none twice.
 */
final class WrittenLines {

	private final Map<String, Long> last = new HashMap<>();

	private final List<String> fragments = new ArrayList<>();

	WrittenLines(List<String> lines) {
		for (String line : lines) {
			String whole = LoggingProcess.wholeLineAtTheEndOf(line);
			if (!line.equals(whole)) {
				this.fragments.add(line);
			}
			if (whole != null) {
				String[] words = whole.split(" ");
				assertThat(Long.parseLong(words[1])).as(line).isEqualTo(last(words[0]) + 1);
				this.last.put(words[0], last(words[0]) + 1);
			}
		}
	}

	/**
	 * Number of the last line of a thread.
	 * @param thread its name
	 * @return the number, 0 if there is no line
	 */
	long last(String thread) {
		return this.last.getOrDefault(thread, 0L);
	}

	List<String> fragments() {
		return this.fragments;
	}

}
